import { tokenOf } from "../../store/charts/chartModels";
import { selectOverlayList } from "../../store/comparison/overlayListSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { RunName } from "../ui/MathSymbol";
import { ghostStroke } from "../ui/seriesStroke";
import "../ui/curve.css";
import "./overlayList.css";

/** What is laid over the charts beside the race: its lines can be hidden, and taken off. */
export function OverlayList() {
  const overlays = useExperiment(selectOverlayList);
  const actions = useActions();
  return (
    <ul className="overlays" aria-label="Laid over the charts">
      {overlays.map(({ id, name, origin, tokens, isHidden, differences }) => (
        <li key={id}>
          <button
            type="button"
            className="overlay-name"
            aria-pressed={!isHidden}
            title={`${isHidden ? "Show" : "Hide"} its lines`}
            onClick={() => actions.toggleOverlay(id)}
          >
            <svg className="swatch" viewBox="0 0 32 12" aria-hidden="true">
              {tokens.map(({ run, optimizer }, index) => (
                <line
                  key={run}
                  className="curve"
                  x1="0"
                  x2="32"
                  y1={place(index, tokens.length)}
                  y2={place(index, tokens.length)}
                  style={ghostStroke(tokenOf(optimizer))}
                />
              ))}
            </svg>
            <RunName name={name} />
          </button>
          <span className="overlay-words">
            <span>{origin}</span>
            {differences === "" ? null : <RunName name={`: ${differences}`} />}
          </span>
          <button
            type="button"
            className="btn quiet square"
            aria-label={`Take ${name} off the charts`}
            title="Take it off the charts"
            onClick={() => actions.removeOverlay(id)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Height of one of so many lines in a swatch. */
const place = (index: number, count: number) => (12 * (index + 1)) / (count + 1);
