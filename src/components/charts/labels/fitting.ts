import { HERO_TOKEN } from "../../ui/seriesStroke";

/** What there is room for, in the order given, and the rest, which a list names (`RestOfRuns`). */
export interface Fitting<Item> {
  drawn: Item[];
  rest: Item[];
}

/** Whose name it is; without a token nobody's run, as a point of the plane. */
interface Named {
  run: string;
  token?: string;
}

/** The run being taught and the one that is pointed at come first. */
const isFirst = ({ run, token }: Named, pointed: string | null) => token === HERO_TOKEN || run === pointed;

/**
 * Shares out room among names: all of them where they fit; else, beside what the list of the rest takes, first the run being
 * taught and the one pointed at, then the others in their order, as far as each fits.
 */
export function fitting<Item extends Named>(
  items: readonly Item[],
  pointed: string | null,
  room: number,
  costOf: (item: Item) => number,
  costOfRest: number,
): Fitting<Item> {
  if (items.reduce((sum, item) => sum + costOf(item), 0) <= room) return { drawn: [...items], rest: [] };
  let left = room - costOfRest;
  const taken = new Set<Item>();
  for (const rank of [true, false]) {
    for (const item of items) {
      const cost = costOf(item);
      if (isFirst(item, pointed) !== rank || cost > left) continue;
      taken.add(item);
      left -= cost;
    }
  }
  return { drawn: items.filter((item) => taken.has(item)), rest: items.filter((item) => !taken.has(item)) };
}
