import type { ComparisonModel, ComparisonRow } from "../../store/comparison/comparisonModels";
import { selectComparison } from "../../store/comparison/comparisonSelectors";
import { useCharts } from "../../store/experiment/experimentStore";
import { FigureMenu } from "../charts/figure/FigureMenu";
import { useActions } from "../ui/actionsContext";
import { Later } from "../ui/Later";
import { MathText } from "../ui/MathSymbol";
import { Roving } from "../ui/Roving";
import { chartTestId } from "../ui/testIds";
import { Word } from "../ui/Word";
import { COMPARISON_COLUMNS, tunedCell } from "./comparisonColumns";
import { SeriesToggle } from "./SeriesToggle";
import { StoppedNote } from "./StoppedNote";
import "./comparison.css";

/** Accessible name of the table with its menu. */
const NAME = "Comparison";

/** The race in numbers, one row per run; a row's name shows and hides its lines. */
export function ComparisonTable() {
  const model = useCharts(selectComparison);
  const columns = COMPARISON_COLUMNS(model);
  return (
    <>
      <section aria-label={NAME} className="race-figure" data-chart="table" data-testid={chartTestId("table")}>
        <FigureMenu chart="table" name={NAME} />
        <Roving label="Series in the charts" className="race-box" key={model.rows.map(({ run }) => run).join()}>
          <table className="race">
            <caption>{captionOf(model)}</caption>
            <thead>
              <tr>
                <th scope="col">Optimizer</th>
                {columns.map(({ id, title, word, className }) => (
                  <th key={id} scope="col" className={className}>
                    {word === undefined ? (
                      title
                    ) : (
                      <Word word={word} isRoving>
                        {title}
                      </Word>
                    )}
                  </th>
                ))}
                <th scope="col" className="how">
                  <Word word="η" isRoving>
                    η
                  </Word>{" "}
                  <span>now, other settings, and how they were chosen</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {model.rows.map((row, index) => (
                <Row key={row.run} row={row} index={index} model={model} />
              ))}
            </tbody>
          </table>
        </Roving>
      </section>
      <Overlays />
    </>
  );
}

const fetchOverlays = async () => (await import("./OverlayList")).OverlayList;

/** What is laid behind the race, once there is any. */
function Overlays() {
  const hasAny = useCharts(({ overlays }) => overlays.length > 0);
  return hasAny ? <Later fetchPart={fetchOverlays} late={null} /> : null;
}

function captionOf({ fairness, evaluatedAt, rows }: ComparisonModel): string {
  const evaluated = evaluatedAt === null ? "" : ` Losses are of whole splits at step ${evaluatedAt}.`;
  const best = rows.some((row) => row.best.length > 0) ? " Best in bold." : "";
  return `${fairness}${evaluated} f forward, b backward passes over a batch.${best}`;
}

function Row({ row, index, model }: { row: ComparisonRow; index: number; model: ComparisonModel }) {
  const actions = useActions();
  return (
    <tr
      className={row.visibility === "hidden" ? "off" : ""}
      onPointerEnter={() => actions.setPointedRun(row.run)}
      onPointerLeave={() => actions.setPointedRun(null)}
      onFocus={() => actions.setPointedRun(row.run)}
      onBlur={() => actions.setPointedRun(null)}
    >
      <th scope="row">
        <SeriesToggle row={row} index={index} />
        <StoppedNote row={row} />
      </th>
      {COMPARISON_COLUMNS(model).map(({ id, title, className, text, ranks }) => (
        <td
          key={id}
          translate="no"
          data-k={title}
          className={`${className} ${ranks && row.best.includes(ranks) ? "best" : ""} ${text(row) === "–" ? "faint" : ""}`}
        >
          {text(row)}
        </td>
      ))}
      <td className="how">
        <b>{tunedCell(row)}</b>{" "}
        {row.settings === "" ? null : (
          <span>
            <MathText text={row.settings} />
          </span>
        )}{" "}
        <span className="muted">
          <MathText text={row.tuned} />
        </span>
      </td>
    </tr>
  );
}
