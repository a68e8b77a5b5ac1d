import type { EffectModel, EffectPanelModel } from "../../../store/views/effect/effectSelectors";
import { formatNumber } from "../../../store/words/format";
import { formatTick } from "../../charts/axes/format";
import { axisLine } from "../../charts/geometry/axisPlaces";
import { type BoxSize, linearScale, linePath, plotBox } from "../../charts/geometry/geometry";
import { MARGINS } from "../../charts/geometry/margins";
import { footTitlePlace, panelTitlePlace, panelXTickPlace, panelYTickPlace } from "../../charts/geometry/panelPlaces";
import { linearTicks } from "../../charts/geometry/ticks";
import { EFFECT_NOTHING, EFFECT_TITLES } from "./effectWords";
import "./effect.css";
import "../../charts/curves/plainPlot.css";

const GAP = 28;
/** From the title of a panel to its means. */
const LINE = 16;

/** Two by two: each quantity step by step around the move, with its mean on either side. */
export function EffectPanels({ size, model }: { size: BoxSize; model: EffectModel }) {
  const { width, height, unit: u } = size;
  const panelWidth = (width - GAP * u) / 2;
  const panelHeight = (height - 14 * u) / 2;
  return (
    <svg className="layer plot-text effect-panels" width={width} height={height} aria-hidden="true">
      {model.panels.map((panel, index) => (
        <g
          key={panel.quantity}
          transform={`translate(${(index % 2) * (panelWidth + GAP * u)} ${Math.floor(index / 2) * panelHeight})`}
        >
          <Panel panel={panel} steps={model.steps ?? 1} width={panelWidth} height={panelHeight} unit={u} />
        </g>
      ))}
      <text {...footTitlePlace(size, 0, width, 2)}>steps from the move</text>
    </svg>
  );
}

interface PanelProps {
  panel: EffectPanelModel;
  steps: number;
  width: number;
  height: number;
  unit: number;
}

function Panel({ panel, steps, width, height, unit: u }: PanelProps) {
  const { quantity, points, before, after } = panel;
  const box = plotBox({ width, height, unit: u }, MARGINS.effectPanel);
  const { left, right, top, bottom } = box;
  const first = Math.min(-steps, points[0]?.x ?? 0);
  const x = linearScale([first, steps], left, right);
  const { domain, ticks } = linearTicks(
    points.map(({ y }) => y),
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
      {[-steps, 0, steps].map((tick) => (
        <text
          key={tick}
          {...panelXTickPlace(box, x(tick))}
          textAnchor={tick === 0 ? "middle" : tick < 0 ? "start" : "end"}
        >
          {tick > 0 ? `+${tick}` : String(tick).replace("-", "−")}
        </text>
      ))}
      <line className="rule" x1={x(0)} x2={x(0)} y1={top} y2={bottom} />
      <path className="values" d={linePath(points.map((point) => [x(point.x), y(point.y)] as const))} />
      {before === null ? null : <line className="mean" x1={x(-steps)} x2={x(0)} y1={y(before)} y2={y(before)} />}
      {after === null ? null : <line className="mean" x1={x(0)} x2={x(steps)} y1={y(after)} y2={y(after)} />}
    </>
  );
}
