import { useCharts } from "../../../store/experiment/experimentStore";
import type { SpectrumCurve } from "../../../store/views/spectrum/spectrumModels";
import { RunName } from "../../ui/MathSymbol";
import { Swatch } from "../../ui/Swatch";
import type { BoxSize } from "../geometry/geometry";
import { textWidth } from "../geometry/textWidth";
import { fitting } from "../labels/fitting";
import { RestOfRuns } from "../labels/RestOfRuns";
import "./spectrum.css";

/** The figure's title, the menu at its corner, a swatch with its gap, the gap between two keys, and "and 27 more", in units. */
const TITLE = 118;
const MENU = 32;
const SWATCH = 20;
const GAP = 8;
const REST = 70;
/** Below this width the keys stand in two lines under the title. */
const NARROW = 466;
const LINES = 2;

/** A swatch and a name for each run, as far as there is room beside the title; the rest in a list. */
export function SpectrumKeys({ curves, size: { width, unit } }: { curves: readonly SpectrumCurve[]; size: BoxSize }) {
  const pointed = useCharts((state) => state.display.pointedRun);
  const costOf = ({ name }: SpectrumCurve) => SWATCH + textWidth(name, "tick") + GAP;
  const isNarrow = width / unit < NARROW;
  // A line ends where the next key does not fit: at most the widest is lost at the end of the first.
  const lost = isNarrow ? (LINES - 1) * Math.max(0, ...curves.map(costOf)) : TITLE;
  const room = (isNarrow ? LINES : 1) * (width / unit - MENU) + GAP - lost;
  const { drawn, rest } = fitting(curves, pointed, room, costOf, REST);
  return (
    <span className={`keys ${isNarrow ? "narrow" : ""}`}>
      {drawn.map(({ run, name, token, variant }) => (
        <span key={run}>
          <Swatch token={token} variant={variant} />
          <RunName name={name} />
        </span>
      ))}
      <RestOfRuns runs={rest} />
    </span>
  );
}
