// @ts-check

/**
 * Divides work among lanes that each take the next portion when they are done with one: large portions first, as each costs a
 * start, and small ones last, so that all lanes end at about the same time.
 * @template Item
 * @param {readonly Item[]} items the longest first
 * @param {number} lanes
 * @param {number} least items of a portion, but for what is left
 * @returns {Item[][]} all items, in their order
 */
export function portionsOf(items, lanes, least) {
  const portions = [];
  for (let taken = 0; taken < items.length; ) {
    const size = Math.max(least, Math.ceil((items.length - taken) / (2 * lanes)));
    portions.push(items.slice(taken, taken + size));
    taken += size;
  }
  return portions;
}
