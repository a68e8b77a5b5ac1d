/** A point on screen. */
export type Pixel = readonly [x: number, y: number];

/** Shares of the width at which a name may stand. */
const PLACES = [0.02, 0.25, 0.5, 0.7];

/**
 * Where a name of a width and height stands beside its line, its lower left corner: the first place, from the left, over or
 * under the line, that no other line runs through; else the one with most room.
 */
export function guidePlace(
  line: readonly Pixel[],
  others: readonly (readonly Pixel[])[],
  name: { width: number; height: number },
  box: { left: number; right: number; top: number; bottom: number },
): Pixel | null {
  let best: { at: Pixel; room: number } | null = null;
  for (const share of PLACES) {
    const left = box.left + share * (box.right - box.left);
    const right = left + name.width;
    const under = within(line, left, right);
    if (under.length === 0 || right > box.right) continue;
    const above = Math.min(...under) - 0.5 * name.height;
    const below = Math.max(...under) + 1.3 * name.height;
    const crossing = others.flatMap((other) => within(other, left, right));
    for (const y of [above, below]) {
      if (y - name.height < box.top || y > box.bottom) continue;
      const middle = y - name.height / 2;
      const room = Math.min(...crossing.map((at) => Math.abs(at - middle)));
      if (room > name.height) return [left, y];
      if (!best || room > best.room) best = { at: [left, y], room };
    }
  }
  return best?.at ?? null;
}

/** y of the points over a stretch of x, and of the line where it crosses the ends of the stretch. */
function within(line: readonly Pixel[], left: number, right: number): number[] {
  const ys = line.flatMap(([x, y]) => (x >= left && x <= right && Number.isFinite(y) ? [y] : []));
  for (const edge of [left, (left + right) / 2, right]) {
    const next = line.findIndex(([x]) => x >= edge);
    const [from, to] = [line[next - 1], line[next]];
    if (!from || !to) continue;
    const y = from[1] + ((edge - from[0]) / (to[0] - from[0] || 1)) * (to[1] - from[1]);
    if (Number.isFinite(y)) ys.push(y);
  }
  return ys;
}
