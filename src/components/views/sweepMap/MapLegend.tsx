import { memo, useId } from "react";
import { type SweepClasses, strengthOfClass } from "../../../store/views/sweepMap/sweepClasses";
import type { SweepMapModel } from "../../../store/views/sweepMap/sweepSelectors";
import { formatNumber } from "../../../store/words/format";
import { formatTick } from "../../charts/geometry/format";
import { type BoxSize, logScale } from "../../charts/geometry/geometry";
import { logTicks } from "../../charts/geometry/ticks";
import { SvgSymbol } from "../../ui/MathSymbol";
import { fillOf } from "./mapColour";
import { mapLayout } from "./mapLayout";
import "./sweepMap.css";
import "../../charts/marks/marks.css";

/** Enough for a gradient that the eye takes for even. */
const STOPS = [0, 0.25, 0.5, 0.75, 1];

/** The scale of the colours with its numbers, and what the marks mean. */
export const MapLegend = memo(function MapLegend({ size, model }: { size: BoxSize; model: SweepMapModel }) {
  const gradient = useId();
  const { box } = mapLayout(size, model.grid);
  const u = box.unit;
  const { domain, shows, best, level, classes, cells } = model;
  if (!domain) return null;
  const left = box.right + 14 * u;
  const hasDiverged = cells.some(({ status }) => status === "diverged");
  const marks = [best ? "best" : null, hasDiverged ? "cross" : null].filter((mark) => mark !== null);
  const [top, bottom] = [box.top + 12 * u, box.bottom - (marks.length * 18 + 6) * u];
  const [least, greatest] = domain;
  const end = classes ? least * Math.exp(classes.count * classes.width) : greatest;
  const y = logScale(least < end ? [least, end] : [least / 1.1, end * 1.1], bottom, top);
  return (
    <svg className="layer map-legend" width={size.width} height={size.height} aria-hidden="true">
      <linearGradient id={gradient} x1="0" y1="1" x2="0" y2="0">
        {STOPS.map((stop) => (
          <stop key={stop} offset={stop} style={{ stopColor: fillOf(stop, model) }} />
        ))}
      </linearGradient>
      <text className="note" x={left} y={box.top + 2 * u}>
        {shows === "loss" ? "loss" : <SvgSymbol symbol="η" />}
      </text>
      {classes ? (
        bandsOf(classes.count, top, bottom).map(({ index, ...band }) => (
          <rect
            key={index}
            className="class"
            x={left}
            width={12 * u}
            {...band}
            style={{ fill: fillOf(strengthOfClass(index, classes), model) }}
          />
        ))
      ) : (
        <rect x={left} y={top} width={12 * u} height={Math.max(0, bottom - top)} fill={`url(#${gradient})`} />
      )}
      {(classes ? classTicks(least, classes) : scaleTicks(domain)).map(({ value, text }) => (
        <text key={value} x={left + 17 * u} y={y(value) + 4 * u}>
          {text}
        </text>
      ))}
      {marks.map((mark, index) => {
        const at = box.bottom - (marks.length - 1 - index) * 18 * u - 5 * u;
        return mark === "best" ? (
          <g key={mark}>
            <rect className="best" x={left + 1} y={at - 5 * u} width={11 * u} height={10 * u} />
            <text x={left + 17 * u} y={at + 4 * u}>
              {level.length > 1 ? `${level.length} level` : "least loss"}
            </text>
          </g>
        ) : (
          <g key={mark}>
            <path className="cross" d={`M${left + 2} ${at - 4}l8 8m0 -8l-8 8`} />
            <text x={left + 17 * u} y={at + 4 * u}>
              diverged
            </text>
          </g>
        );
      })}
    </svg>
  );
});

/** Bands of equal height, one for each class, from the bottom up. */
function bandsOf(count: number, top: number, bottom: number): { index: number; y: number; height: number }[] {
  const height = Math.max(0, bottom - top) / count;
  return Array.from({ length: count }, (_, index) => ({ index, y: bottom - (index + 1) * height, height }));
}

/** At most so many numbers stand beside the classes. */
const CLASS_TICKS = 6;

/** Where classes meet, from the least loss; of many every second, third and so on. */
function classTicks(least: number, { count, width }: SweepClasses): readonly { value: number; text: string }[] {
  const every = Math.ceil(count / (CLASS_TICKS - 1));
  const edges = Array.from({ length: Math.floor(count / every) + 1 }, (_, index) => index * every);
  return edges.map((edge) => least * Math.exp(edge * width)).map((value) => ({ value, text: formatNumber(value, 3) }));
}

/** Round numbers nearer to an end of the scale than this share of it are left out: they would touch its number. */
const ROOM = 0.14;

/** Both ends of the scale, told apart, and up to three round numbers between them; its middle where there is none. */
function scaleTicks([low, high]: readonly [number, number]): readonly { value: number; text: string }[] {
  if (low === high) return [{ value: low, text: formatNumber(low, 3) }];
  const place = logScale([low, high], 0, 1);
  const isClear = (tick: number) => place(tick) > ROOM && place(tick) < 1 - ROOM;
  const round = logTicks([low, high], 5).ticks.filter(isClear).slice(0, 3);
  const between = round.length > 0 ? round : [Math.sqrt(low * high)];
  const ends = [low, high];
  const digits = [3, 4, 5, 6].find((count) => low.toPrecision(count) !== high.toPrecision(count));
  return [
    ...between.map((value) => ({ value, text: round.length > 0 ? formatTick(value) : formatNumber(value, digits) })),
    ...ends.map((value) => ({ value, text: formatNumber(value, digits) })),
  ];
}
