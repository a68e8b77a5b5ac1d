import { withoutFarAbove } from "../../store/charts/valueRange";
import type { PlottedCurve } from "../charts/curves/CurvePaths";
import { PlainPlot } from "../charts/curves/PlainPlot";
import type { AxisKinds } from "../charts/geometry/axisKinds";
import { timeFrame } from "../charts/geometry/frame";
import type { BoxSize } from "../charts/geometry/geometry";
import { nameMargins } from "../charts/labels/nameMargins";
import { AboveAxis } from "../charts/objective/AboveAxis";
import "../charts/objective/objective.css";

/** The three terms of Q at a step, each with its λ. */
interface TermsPoint {
  x: number;
  loss: number;
  fsd: number;
  wsd: number;
}

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };
const NAMES = [
  { term: "wsd", name: "λ WSD" },
  { term: "fsd", name: "λ FSD" },
  { term: "loss", name: "loss" },
] as const;
/** As the chart of Q has them. */
const WIDTHS = { at: 15, name: 65, value: 44 };
const ROW = 18;

/** Q of a recorded run, stacked from its terms, without recharts. */
export function LeanObjective({
  size,
  points,
  steps,
}: {
  size: BoxSize;
  points: readonly TermsPoint[];
  steps: number;
}) {
  const sums = points.map(({ x, loss, fsd, wsd }) => ({ x, y: loss + fsd + wsd }));
  const yValues = withoutFarAbove(sums.map(({ y }) => y));
  const axes = { xRange: [0, steps], yValues, yScale: "linear" } as const;
  const frame = timeFrame(size, axes, (left) => nameMargins(size, left, WIDTHS).margins);
  const { box } = frame;
  const u = box.unit;
  return (
    <>
      <PlainPlot frame={frame} axes={AXES} curves={bands(points)} />
      <AboveAxis frame={frame} sums={sums} markers={[]} />
      <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
        {NAMES.map(({ term, name }, row) => (
          <g key={term} style={{ fill: `var(--${term})` }}>
            <rect x={box.right + 5 * u} y={box.bottom - (66 - row * ROW) * u} width={5 * u} height={12 * u} />
            <text className="label own" x={box.right + 15 * u} y={box.bottom - (56 - row * ROW) * u}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <p className="recorded">Recorded run</p>
    </>
  );
}

function bands(points: readonly TermsPoint[]): readonly PlottedCurve[] {
  const band = (
    term: "wsd" | "fsd" | "loss",
    of: (point: TermsPoint) => { base: number; y: number },
  ): PlottedCurve => ({
    key: term,
    points: points.map((point) => ({ x: point.x, ...of(point) })),
    form: "stepAfter",
    look: { stroke: `var(--${term})`, strokeWidth: 1.25 },
    fill: { fill: `var(--${term})`, fillOpacity: "var(--fill)" },
  });
  return [
    band("wsd", ({ loss, fsd, wsd }) => ({ base: loss + fsd, y: loss + fsd + wsd })),
    band("fsd", ({ loss, fsd }) => ({ base: loss, y: loss + fsd })),
    band("loss", ({ loss }) => ({ base: 0, y: loss })),
  ];
}
