import { selectTransport } from "../store/bar/barSelectors";
import { selectKnobs } from "../store/controls/knobSelectors";
import { useExperiment } from "../store/experiment/experimentStore";
import { selectFullPageLink } from "../store/link/linkSelectors";
import { BarButton } from "./bar/BarButton";
import { PLAY_BUTTONS } from "./bar/barButtons";
import { ObjectiveChart } from "./charts/objective/ObjectiveChart";
import { LossChart } from "./charts/time/LossChart";
import { Knob } from "./controls/Knob";
import { CsvCard } from "./csv/CsvCard";
import { DropTarget } from "./csv/DropTarget";
import { Boundary } from "./states/Boundary";
import { LoadingCard } from "./states/LoadingCard";
import { Notices } from "./states/Notices";
import { useActions } from "./ui/actionsContext";
import "./embed.css";
import "./page.css";

/** One row of charts, Play, Step and the price of moving the outputs, for a frame in another page. */
export function Embed() {
  const actions = useActions();
  const { playLabel, canPlay, canStep, step } = useExperiment(selectTransport);
  const { focusRun, knobs } = useExperiment(selectKnobs);
  const link = useExperiment(selectFullPageLink);
  const knob = knobs.find(({ name }) => name === "lambdaFsd");
  return (
    <main className="embed">
      <header>
        <h1>How far should one step go?</h1>
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            Open this run in APO Lab
          </a>
        </p>
      </header>
      <Notices />
      <div className="charts-box">
        <div className="charts">
          <Boundary around="figure">
            <LossChart />
          </Boundary>
          <Boundary around="figure">
            <ObjectiveChart />
          </Boundary>
        </div>
        <LoadingCard />
        <CsvCard />
      </div>
      <div className="row">
        <BarButton button={PLAY_BUTTONS[playLabel]} disabled={!canPlay} onClick={actions.togglePlay} />
        <BarButton button="step" disabled={!canStep} onClick={actions.step} />
        {knob && focusRun !== null ? <Knob knob={knob} run={focusRun} compact /> : null}
        <p className="at">
          step <b>{step}</b>
        </p>
      </div>
      <DropTarget />
    </main>
  );
}
