import { layerName } from "../../../config/formulas/layerWords";
import type { SortedModel } from "../../../store/views/spectrum/spectrumViewSelectors";
import { useActions } from "../../ui/actionsContext";
import { Roving } from "../../ui/Roving";
import "./spectrumView.css";
import "../views.css";

/** More layers than this are a list that opens. */
const MOST_BUTTONS = 9;

/** Which layer; nothing to choose where there is one. */
export function LayerChoice({ layer, layers }: Pick<SortedModel, "layer" | "layers">) {
  const actions = useActions();
  const choose = (name: string) => actions.setSpectrumLayer(name === layers[0] ? null : name);
  if (layers.length < 2) return null;
  if (layers.length > MOST_BUTTONS)
    return (
      <label className="layer-choice">
        Layer
        <select aria-label="Layer" value={layer} onChange={(event) => choose(event.target.value)}>
          {layers.map((name) => (
            <option key={name} value={name}>
              {layerName(name)}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <Roving label="Layer" className="view-toggles">
      {layers.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === layer}
          data-roving
          tabIndex={name === layer ? 0 : -1}
          onClick={() => choose(name)}
        >
          {layerName(name)}
        </button>
      ))}
    </Roving>
  );
}
