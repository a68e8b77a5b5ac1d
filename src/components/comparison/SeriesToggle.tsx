import type { SeriesModel } from "../../store/charts/chartModels";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";

/** Shows or hides a run's lines in every chart. One of a group that is a single tab stop. */
export function SeriesToggle({ row, index }: { row: SeriesModel; index: number }) {
  const actions = useActions();
  const isShown = row.visibility === "shown";
  return (
    <button
      type="button"
      className="name"
      aria-pressed={isShown}
      title={`${isShown ? "Hide" : "Show"} ${unsetText(row.name)} in the charts (${index + 1})`}
      data-roving
      tabIndex={index === 0 ? 0 : -1}
      onClick={() => actions.toggleSeries(row.run)}
    >
      <Swatch token={row.token} variant={row.variant} />
      <RunName name={row.name} />
    </button>
  );
}
