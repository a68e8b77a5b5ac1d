import { memo, useMemo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { SpectrumCurve } from "../../store/viewModels";
import { formatTick } from "./format";
import { LineShape } from "./LineShape";
import { HERO_TOKEN, seriesStroke } from "./seriesStroke";
import { PANEL_AXIS, PANEL_TITLE, type Panel, RISE } from "./spectrumLayout";

interface SpectrumPanelProps {
  panel: Panel;
  unit: number;
  axis: { domain: [number, number]; ticks: number[] };
  curves: readonly SpectrumCurve[];
  /** Older curves of one run, oldest first, each on a base of its own. */
  ridge: readonly SpectrumCurve[];
  /** Rows of the ridge in this figure, whether filled or not. */
  rows: number;
}

interface Point {
  x: number;
  y: number;
}

const EMPTY: Point[] = [];
/** The taught run's density stands on its axis as an area. */
const HERO_LOOK = { ...seriesStroke(HERO_TOKEN), fill: `var(--opt-${HERO_TOKEN})`, fillOpacity: 0.3 };
const pointCache = new WeakMap<SpectrumCurve, Map<number, Point[]>>();

/** A curve in data units, standing on `base`; the same array for the same curve and base. */
function pointsOn(curve: SpectrumCurve, base: number): Point[] {
  const byBase = pointCache.get(curve) ?? new Map<number, Point[]>();
  pointCache.set(curve, byBase);
  const known = byBase.get(base);
  if (known) return known;
  const points = curve.points.map(({ logValue, height }) => ({ x: 10 ** logValue, y: base + RISE * height }));
  byBase.set(base, points);
  return points;
}

/** True where all eigenvalues are one: SGD's η, drawn as a rule. */
function isSpike({ min, max }: SpectrumCurve): boolean {
  return !(max > min * (1 + 1e-6));
}

/** The eigenvalues of one layer: the ridge of the taught run behind, every shown run's density in front. */
export const SpectrumPanel = memo(function SpectrumPanel(props: SpectrumPanelProps) {
  const { panel, unit, axis, curves, ridge, rows } = props;
  const margin = useMemo(() => ({ top: PANEL_TITLE * unit, right: 0, bottom: 0, left: 0 }), [unit]);
  const inOrder = [...curves].sort((a, b) => Number(a.token === HERO_TOKEN) - Number(b.token === HERO_TOKEN));
  return (
    <div className="panel" style={{ left: panel.left, top: panel.top }}>
      <ComposedChart width={panel.width} height={panel.height} margin={margin} data={EMPTY} accessibilityLayer={false}>
        <CartesianGrid horizontal={false} stroke="var(--grid)" />
        <XAxis
          type="number"
          dataKey="x"
          scale="log"
          domain={axis.domain}
          ticks={axis.ticks}
          tickFormatter={formatTick}
          interval={0}
          allowDataOverflow
          tickLine={false}
          tickSize={0}
          height={PANEL_AXIS * unit}
          tickMargin={7.5 * unit}
          axisLine={{ stroke: "var(--line-strong)" }}
        />
        <YAxis hide type="number" domain={[0, rows + RISE]} allowDataOverflow />
        {ridge.map((curve, row) => (
          <RidgeArea key={curve.step} curve={curve} base={ridge.length - row} />
        ))}
        {inOrder.map((curve) =>
          isSpike(curve) ? (
            <ReferenceLine
              key={curve.run}
              segment={[
                { x: curve.mean, y: 0 },
                { x: curve.mean, y: RISE },
              ]}
              className="curve"
              style={seriesStroke(curve.token)}
            />
          ) : (
            <Line
              key={curve.run}
              data={pointsOn(curve, 0)}
              dataKey="y"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              shape={
                <LineShape look={curve.token === HERO_TOKEN ? HERO_LOOK : seriesStroke(curve.token)} form="line" />
              }
            />
          ),
        )}
      </ComposedChart>
    </div>
  );
});

function RidgeArea({ curve, base }: { curve: SpectrumCurve; base: number }) {
  return (
    <Area
      data={pointsOn(curve, base)}
      dataKey="y"
      baseValue={base}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      stroke={`var(--opt-${curve.token})`}
      strokeOpacity={0.6}
      strokeWidth={1.25}
      fill={`color-mix(in srgb, var(--opt-${curve.token}) 9%, var(--surface))`}
      fillOpacity={1}
    />
  );
}
