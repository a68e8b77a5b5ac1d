/**
 * Where labels go so that neighbours keep `gap` pixels between them: each as near to its `y` as the order allows, first
 * at or below `top`, last at or above `bottom`. Returned from top to bottom with `labelY`.
 */
export function dodge<Item extends { y: number }>(
  items: readonly Item[],
  gap: number,
  top: number,
  bottom: number,
): (Item & { labelY: number })[] {
  const sorted = [...items].sort((a, b) => a.y - b.y).map((item) => ({ ...item, labelY: item.y }));
  let least = top;
  for (const item of sorted) {
    item.labelY = Math.max(item.y, least);
    least = item.labelY + gap;
  }
  let most = bottom;
  for (const item of sorted.toReversed()) {
    item.labelY = Math.min(item.labelY, most);
    most = item.labelY - gap;
  }
  return sorted;
}
