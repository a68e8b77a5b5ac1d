import { type CSSProperties, memo, useMemo } from "react";
import type { IdealCurve, SpectrumCurve } from "../../../store/views/spectrum/spectrumModels";
import { runMark } from "../../ui/runMark";
import { HERO_TOKEN, heroLast, idealStroke, seriesStroke } from "../../ui/seriesStroke";
import type { PlottedCurve } from "../curves/CurvePaths";
import { PlainPlot } from "../curves/PlainPlot";
import type { AxisKinds } from "../geometry/axisKinds";
import type { Frame } from "../geometry/frame";
import { type Panel, RISE } from "./spectrumLayout";

interface SpectrumPanelProps {
  panel: Panel;
  frame: Frame;
  curves: readonly SpectrumCurve[];
  ideals: readonly IdealCurve[];
  /** Older curves of one run, oldest first, each on a base of its own. */
  ridge: readonly SpectrumCurve[];
}

const AXES: AxisKinds = { x: "log", y: "hidden", grid: "x" };

/** The eigenvalues of one layer: the ridge of the taught run behind, every shown run's density in front. */
export const SpectrumPanel = memo(function SpectrumPanel({ panel, frame, curves, ideals, ridge }: SpectrumPanelProps) {
  const plotted = useMemo(
    () => [
      ...ridge.map((curve, row) => plottedRidge(curve, ridge.length - row)),
      ...heroLast(curves).map((curve) => plottedNow(curve)),
      ...ideals.map((curve) => plottedIdeal(curve)),
    ],
    [curves, ideals, ridge],
  );
  return (
    <div className="panel" style={{ left: panel.left, top: panel.top }}>
      <PlainPlot frame={frame} axes={AXES} curves={plotted} />
    </div>
  );
});

/** True where all eigenvalues are one: SGD's η, drawn as a rule. */
function isSpike({ min, max }: SpectrumCurve): boolean {
  return !(max > min * (1 + 1e-6));
}

function pointsOn(curve: SpectrumCurve, base: number) {
  return curve.points.map(({ logValue, height }) => ({ x: 10 ** logValue, y: base + RISE * height, base }));
}

const ridgeLook = (token: string): CSSProperties => ({
  stroke: `var(--opt-${token})`,
  strokeWidth: "var(--stroke-edge)",
  strokeOpacity: 0.6,
});

/** The height of a rule in the ridge, in rows: lower than a density, so that it does not cross the row above. */
const RIDGE_RULE = 0.8;

function plottedRidge(curve: SpectrumCurve, base: number): PlottedCurve {
  if (isSpike(curve)) {
    const rule = [base, base + RIDGE_RULE].map((y) => ({ x: curve.mean, y }));
    return { key: `ridge ${curve.step}`, points: rule, form: "linear", look: ridgeLook(curve.token) };
  }
  return {
    key: `ridge ${curve.step}`,
    points: pointsOn(curve, base),
    form: "linear",
    look: ridgeLook(curve.token),
    fill: { fill: `color-mix(in srgb, var(--opt-${curve.token}) 9%, var(--surface))` },
  };
}

/** The taught run's density stands on its axis as an area. */
const HERO_FILL: CSSProperties = { fill: `var(--opt-${HERO_TOKEN})`, fillOpacity: 0.3 };

function plottedNow(curve: SpectrumCurve): PlottedCurve {
  const look = seriesStroke(curve.token);
  const mark = runMark(curve.token, curve.variant);
  if (isSpike(curve)) {
    const rule = [0, RISE].map((y) => ({ x: curve.mean, y }));
    return { key: curve.run, points: rule, form: "linear", look, mark };
  }
  const fill = curve.token === HERO_TOKEN ? { fill: HERO_FILL } : {};
  return { key: curve.run, points: pointsOn(curve, 0), form: "linear", look, mark, ...fill };
}

function plottedIdeal(curve: IdealCurve): PlottedCurve {
  return { key: curve.form, points: pointsOn(curve, 0), form: "linear", look: idealStroke(curve.form) };
}
