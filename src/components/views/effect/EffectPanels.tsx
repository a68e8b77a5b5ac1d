import { useCharts } from "../../../store/experiment/experimentStore";
import { shownStep } from "../../../store/experiment/shownStep";
import type { EffectModel, EffectPanelModel } from "../../../store/views/effect/effectSelectors";
import { formatNumber } from "../../../store/words/format";
import { axisLine } from "../../charts/geometry/axisPlaces";
import { formatTick } from "../../charts/geometry/format";
import { type BoxSize, linearScale, linePath, plotBox } from "../../charts/geometry/geometry";
import { MARGINS } from "../../charts/geometry/margins";
import { footTitlePlace, panelTitlePlace, panelXTickPlace, panelYTickPlace } from "../../charts/geometry/panelPlaces";
import { valueAtPixel } from "../../charts/geometry/pointer";
import { linearTicks } from "../../charts/geometry/ticks";
import { EFFECT_NOTHING, EFFECT_TITLES } from "./effectWords";
import "./effect.css";
import "../../charts/marks/marks.css";
import "../../charts/curves/plainPlot.css";

const GAP = 28;
/** From the title of a panel to its means. */
const LINE = 16;

/** Two by two: each quantity step by step around the move, with its mean on either side, and the step shown as a rule. */
export function EffectPanels({ size, model, zoom }: { size: BoxSize; model: EffectModel; zoom: EffectZoom }) {
  const { width, height } = size;
  const panels = panelPlaces(size);
  const shown = useCharts(shownStep);
  const head = shown === null || model.step === null ? null : shown - model.step;
  return (
    <svg className="layer plot-text effect-panels" width={width} height={height} aria-hidden="true">
      {model.panels.map((panel, index) => (
        <g key={panel.quantity} transform={`translate(${panels.left(index)} ${panels.top(index)})`}>
          <Panel
            panel={panel}
            domain={domainOf(panel, model, zoom)}
            steps={model.steps ?? 1}
            head={head}
            size={panels.size}
          />
        </g>
      ))}
      <text {...footTitlePlace(size, 0, width, 2)}>steps from the move</text>
    </svg>
  );
}

/** Where the panels stand, by index, and how large each is. */
function panelPlaces({ width, height, unit }: BoxSize) {
  const size: BoxSize = { width: (width - GAP * unit) / 2, height: (height - 14 * unit) / 2, unit };
  return {
    size,
    left: (index: number) => (index % 2) * (size.width + GAP * unit),
    top: (index: number) => Math.floor(index / 2) * size.height,
  };
}

/** Steps that all figures show; null: all. */
export type EffectZoom = readonly [number, number] | null;

/** Fewer steps than this of a zoom around a move are no picture: all are drawn. */
const LEAST_SHOWN = 2;

/** The drawn part of a panel's axis, in steps from the move. */
function domainOf(panel: EffectPanelModel, { steps, step }: EffectModel, zoom: EffectZoom): [number, number] {
  const whole: [number, number] = [firstOf(panel, steps ?? 1), steps ?? 1];
  if (!zoom || step === null) return whole;
  const part: [number, number] = [Math.max(whole[0], zoom[0] - step), Math.min(whole[1], zoom[1] - step)];
  return part[1] - part[0] < LEAST_SHOWN ? whole : part;
}

/** The panel under a place of the drawing: its axes there, and the steps from the move at an x; null where there is none. */
export function effectUnder(size: BoxSize, model: EffectModel, zoom: EffectZoom, at: { x: number; y: number }) {
  const panels = panelPlaces(size);
  const found = model.panels.findIndex((_, index) => {
    const [x, y] = [at.x - panels.left(index), at.y - panels.top(index)];
    return x >= 0 && x <= panels.size.width && y >= 0 && y <= panels.size.height;
  });
  const panel = model.panels[found];
  if (!panel) return null;
  const box = plotBox(panels.size, MARGINS.effectPanel);
  const [left, top] = [panels.left(found), panels.top(found)];
  const stepsAt = (x: number) => valueAtPixel(box, domainOf(panel, model, zoom), x - left);
  return {
    box: { left: left + box.left, right: left + box.right, top: top + box.top, bottom: top + box.bottom },
    stepsAt: (x: number) => {
      const steps = stepsAt(x);
      return steps === null ? null : Math.round(steps);
    },
  };
}

const firstOf = ({ points }: EffectPanelModel, steps: number) => Math.min(-steps, points[0]?.x ?? 0);

interface PanelProps {
  panel: EffectPanelModel;
  domain: [number, number];
  steps: number;
  /** Steps from the move at which the step shown stands; null where it is the latest. */
  head: number | null;
  size: BoxSize;
}

function Panel({ panel, domain: [from, to], steps, head, size }: PanelProps) {
  const { quantity, points, before, after } = panel;
  const { unit: u } = size;
  const box = plotBox(size, MARGINS.effectPanel);
  const { left, right, top, bottom } = box;
  const x = linearScale([from, to], left, right);
  const within = (at: number) => x(Math.min(to, Math.max(from, at)));
  const { domain, ticks } = linearTicks(
    points.filter((point) => point.x >= from && point.x <= to).map(({ y }) => y),
    3,
  );
  const y = linearScale(domain, bottom, top);
  const title = panelTitlePlace(box);
  return (
    <>
      <text className="label" {...title}>
        {EFFECT_TITLES[quantity]}
      </text>
      <text className="means" x={title.x} y={title.y + LINE * u}>
        {before === null || after === null
          ? EFFECT_NOTHING[quantity]
          : `${formatNumber(before, 3)} → ${formatNumber(after, 3)}`}
      </text>
      {points.length > 0
        ? ticks.map((tick) => (
            <g key={tick}>
              <line className="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text {...panelYTickPlace(box, y(tick))}>{formatTick(tick)}</text>
            </g>
          ))
        : null}
      <line className="axis" {...axisLine(box)} />
      {[Math.max(from, -steps), 0, to]
        .filter((tick) => tick >= from && tick <= to)
        .map((tick) => (
          <text
            key={tick}
            {...panelXTickPlace(box, x(tick))}
            textAnchor={tick === 0 ? "middle" : tick < 0 ? "start" : "end"}
          >
            {tick > 0 ? `+${tick}` : String(tick).replace("-", "−")}
          </text>
        ))}
      {from <= 0 && to >= 0 ? <line className="rule" x1={x(0)} x2={x(0)} y1={top} y2={bottom} /> : null}
      <path
        className="values"
        d={linePath(
          points.filter((point) => point.x >= from && point.x <= to).map((point) => [x(point.x), y(point.y)] as const),
        )}
      />
      {before === null ? null : (
        <line className="mean" x1={within(-steps)} x2={within(0)} y1={y(before)} y2={y(before)} />
      )}
      {after === null ? null : <line className="mean" x1={within(0)} x2={within(steps)} y1={y(after)} y2={y(after)} />}
      {head !== null && head >= from && head <= to ? (
        <line className="head" x1={x(head)} x2={x(head)} y1={top} y2={bottom} />
      ) : null}
    </>
  );
}
