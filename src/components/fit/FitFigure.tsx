import { selectFitFigure } from "../../store/fit/fitSelectors";
import { AbsentFigure } from "../charts/figure/AbsentFigure";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import { Later } from "../ui/Later";
import { FunctionFit } from "./FunctionFit";
import "./fit.css";

const fetchOther = async () => (await import("./OtherFit")).OtherFit;

const SAVED = "A saved run holds no predictions. Train it again, by Play or Step, to see what its runs learn.";
const LATE = "Its script is still on its way: a slow line can do that. Wait, or load the page again.";

/** What the runs have learned, in the task's own picture; nothing until the task is there. */
export function FitFigure() {
  const { picture, runs, when, isSaved } = useChartsInTurn(selectFitFigure);
  if (isSaved) return <Absent why={SAVED} />;
  if (picture.kind === "none") return null;
  if (picture.kind === "function") return <FunctionFit picture={picture} runs={runs} when={when} />;
  return <Later fetchPart={fetchOther} late={<Absent why={LATE} />} />;
}

const Absent = ({ why }: { why: string }) => (
  <AbsentFigure chart="fit" name="Fit" title="What the runs have learned" className="fit" why={why} />
);
