import { IDEAL_NAMES } from "../../../config/formulas/ideal";
import { growingEnd } from "../../../store/charts/growingEnd";
import type { SpectrumDrawingModel } from "../../../store/views/spectrum/spectrumDrawingSelectors";
import type { SortedCurve, SortedModel } from "../../../store/views/spectrum/spectrumViewSelectors";
import type { Frame } from "../../charts/geometry/frame";
import { type BoxSize, linearScale, logScale, plotBox } from "../../charts/geometry/geometry";
import { LINE_END } from "../../charts/geometry/lineEnds";
import { MARGINS } from "../../charts/geometry/margins";
import { widest } from "../../charts/geometry/textWidth";
import { tickRoom } from "../../charts/geometry/tickRoom";
import { ticksWithin } from "../../charts/geometry/ticks";
import { nameMargins } from "../../charts/labels/nameMargins";

/** From about here on, in units, map and curves stand side by side. */
const WIDE = 640;
const MAP_SHARE = 0.5;
/** Ends of the eigenvalue axis are multiples of this, in decades, so that it stands still for a while. */
const SNAP = 0.5;
const ROOM = 0.1;
const LEAST_STEPS = 20;

/** Frames of the map and of the curves, which share their eigenvalue axis, and where the curves stand. */
export interface SpectrumFrames {
  heat: Frame;
  sorted: Frame;
  left: number;
  top: number;
  /** What stands at the lines' ends: with the formulas of the ideal where there is room. */
  nameOf: (curve: SortedCurve) => string;
}

const fullName = ({ name }: SortedCurve) => name;
/** A run's name, or that of the ideal without its formula. */
const shortName = ({ name, form }: SortedCurve) => (form ? IDEAL_NAMES[form].name : name);

/** Side by side where there is room, else one below the other. */
export function spectrumFrames(
  size: BoxSize,
  { range, curves }: Pick<SortedModel, "range" | "curves">,
  time: Pick<SpectrumDrawingModel, "reached" | "planned" | "zoom" | "firstStep">,
): SpectrumFrames {
  const { width, height, unit } = size;
  const isWide = width / unit >= WIDE;
  const heatSize = { unit, width: isWide ? MAP_SHARE * width : width, height: isWide ? height : height / 2 };
  const gap = isWide ? 0 : 8 * unit;
  const sortedSize = {
    unit,
    width: isWide ? width - heatSize.width : width,
    height: isWide ? height : height - heatSize.height - gap,
  };
  const y = eigenvalueTicks(range);
  const left = tickRoom(y.decades);
  const roomFor = (nameOf: SpectrumFrames["nameOf"]) => {
    const name = widest(curves.map(nameOf), "label");
    const { right } = nameMargins(sortedSize, left, { name, value: 0 }).margins;
    return { nameOf, right, isEnough: right >= LINE_END.name + name };
  };
  const full = roomFor(fullName);
  const { nameOf, right } = full.isEnough ? full : roomFor(shortName);
  return {
    heat: frameOf(heatSize, stepRange(time), y, { left, right: MARGINS.spectrumMap.right }),
    sorted: frameOf(sortedSize, [0, 1], y, { left, right: Math.max(right, MARGINS.spectrumMap.right) }),
    left: isWide ? heatSize.width : 0,
    top: isWide ? 0 : heatSize.height + gap,
    nameOf,
  };
}

/** The steps that the map shows: those of a zoom, or all but the first ones that are left out. */
function stepRange(time: Pick<SpectrumDrawingModel, "reached" | "planned" | "zoom" | "firstStep">): [number, number] {
  const { reached, planned, zoom, firstStep } = time;
  const end = growingEnd(reached, LEAST_STEPS, planned > 0 ? planned : undefined);
  return zoom ? [...zoom] : firstStep < end ? [firstStep, end] : [firstStep, firstStep + LEAST_STEPS];
}

function frameOf(
  size: BoxSize,
  xDomain: [number, number],
  y: ReturnType<typeof eigenvalueTicks>,
  beside: { left: number; right: number },
): Frame {
  const box = plotBox(size, { ...MARGINS.spectrumMap, ...beside });
  const isShort = box.bottom - box.top < 130 * size.unit;
  return {
    box,
    x: linearScale(xDomain, box.left, box.right),
    y: logScale(y.domain, box.bottom, box.top),
    xDomain,
    yDomain: y.domain,
    xTicks: ticksWithin(xDomain, box.right - box.left < 260 * size.unit ? 4 : 6),
    yTicks: y.decades.filter((_, index) => index % Math.ceil(y.decades.length / (isShort ? 4 : 6)) === 0),
  };
}

/** The log axis that holds all eigenvalues, 0.01 to 1 where there is none, with its powers of ten. */
function eigenvalueTicks(range: SortedModel["range"]) {
  const [lowest, highest] = range ?? [-2, 0];
  const low = Math.floor((lowest - ROOM) / SNAP) * SNAP;
  const high = Math.ceil((highest + ROOM) / SNAP) * SNAP;
  const first = Math.ceil(low);
  const decades = Array.from({ length: Math.floor(high) - first + 1 }, (_, index) => Number(`1e${first + index}`));
  return { domain: [10 ** low, 10 ** high] as [number, number], decades };
}
