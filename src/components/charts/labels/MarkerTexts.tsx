import { HYPERPARAMS } from "../../../config/tables/hyperparams";
import type { MarkerModel } from "../../../store/charts/chartModels";
import { moveKey } from "../../../store/views/effect/effectSelectors";
import { useActions } from "../../ui/actionsContext";
import { SvgSymbol } from "../../ui/MathSymbol";
import type { Frame } from "../geometry/frame";
import { panelTitlePlace } from "../geometry/panelPlaces";
import { markerColor, markerKey, placeMarkers, WORDS_LINE, WORDS_WIDTH } from "../marks/markers";
import "./labels.css";

/** What moved, in the slider's colour, beside the rule where it moved. */
export function MarkerTexts({ markers, frame }: { markers: readonly MarkerModel[]; frame: Frame }) {
  const u = frame.box.unit;
  const actions = useActions();
  // The upper lines last, so that no halo below cuts into their indices.
  return placeMarkers(markers, frame)
    .toReversed()
    .map(({ marker, at, line }) => {
      if (line === null) return null;
      const isLate = at > frame.box.width - WORDS_WIDTH * u;
      return (
        // biome-ignore lint/a11y: for the pointer only; the view of its effect lists every move for the keyboard
        <text
          key={markerKey(marker)}
          className="halo move"
          x={at + (isLate ? -6 : 6) * u}
          y={panelTitlePlace(frame.box).y + WORDS_LINE * line * u}
          textAnchor={isLate ? "end" : "start"}
          style={{ fill: markerColor(marker.name) }}
          onClick={() => actions.chooseMove(moveKey(marker))}
        >
          <SvgSymbol symbol={HYPERPARAMS[marker.name].symbol} />
          <tspan>{marker.text.replace(/^\S+\s/u, " ")}</tspan>
        </text>
      );
    });
}
