import { isDeepStrictEqual } from "node:util";
import type { Arm } from "../../../config/claims/box";
import type { BoxEdge, CandidateRun } from "../../../config/claims/record";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import { BEYOND, bestCandidate, beyond, edgesOf, type Searched, triedValues } from "./edges";
import { armPoint, type BoxPoint, twoDigits } from "./firstCandidates";

/** Points of an arm's sequence that are looked through for one that was not tried. */
const MOST_POINTS = 200;

/** Whether the box of a method has somewhere to go: its best lies at an edge that no limit stops. */
export const wantsToMove = (searched: Searched): boolean => edgesOf(searched).some(({ stop }) => stop !== "limit");

/**
 * The `count` candidates of a move: beyond each open edge of the best, and beyond all at once, then twice as far; then between the best and its
 * neighbours on each axis; then further points of the arm. None that was tried.
 */
export function moveCandidates(searched: Searched, count: number): BoxPoint[] {
  const best = bestCandidate(searched);
  const arm = best?.arm ?? 0;
  const own = searched.box.arms[arm] as Arm;
  const wanted = best ? [...beyondEdges(searched, best), ...besideBest(searched, best, own)] : [];
  const further = Array.from({ length: MOST_POINTS }, (_, i) => armPoint(own, own.count + i + 1));
  const tried: Partial<Hyperparams>[] = searched.candidates.map(({ settings }) => settings);
  const chosen: BoxPoint[] = [];
  for (const settings of [...wanted, ...further]) {
    if (chosen.length === count) break;
    if (tried.some((known) => isDeepStrictEqual(known, settings))) continue;
    tried.push(settings);
    chosen.push({ arm, settings });
  }
  return chosen;
}

function beyondEdges(searched: Searched, best: CandidateRun): Partial<Hyperparams>[] {
  const { optimizer, box } = searched;
  const axes = box.arms[best.arm]?.axes ?? [];
  const stepTo = ({ setting, side, value }: BoxEdge, factor: number): Partial<Hyperparams> => {
    const axis = axes.find((one) => one.setting === setting);
    const next = axis ? beyond(optimizer, axis, side, value, factor) : null;
    return next === null ? {} : { [setting]: next };
  };
  const edges = edgesOf(searched).filter(({ stop }) => stop !== "limit");
  const from = (...changes: Partial<Hyperparams>[]) => Object.assign({}, best.settings, ...changes);
  const single = (factor: number) => edges.map((edge) => from(stepTo(edge, factor)));
  // an arm of one point has both sides open: no step goes both ways
  const oneSided = edges.filter(({ setting }) => edges.filter((one) => one.setting === setting).length === 1);
  const together = oneSided.length > 1 ? [from(...oneSided.map((edge) => stepTo(edge, BEYOND)))] : [];
  return [...single(BEYOND), ...together, ...single(BEYOND ** 2)];
}

/** Between the best and what was tried next to it, on one axis at a time. */
function besideBest({ candidates }: Searched, best: CandidateRun, { axes }: Arm): Partial<Hyperparams>[] {
  return axes.flatMap((axis) => {
    const value = best.settings[axis.setting];
    const tried = triedValues(candidates, best.arm, axis);
    if (value === undefined) return [];
    const at = tried.indexOf(value);
    return [tried[at + 1], tried[at - 1]]
      .filter((next) => next !== undefined)
      .map((next) => ({ ...best.settings, [axis.setting]: twoDigits(Math.sqrt(value * next)) }));
  });
}
