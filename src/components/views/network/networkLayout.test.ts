import { describe, expect, it } from "vitest";
import type { NetworkRow } from "../../../store/views/network/networkModels";
import { type EdgePath, layOutNetwork, type NodeBox } from "./networkLayout";

const BLOCKS = 6;

const row = (
  key: string,
  from: readonly number[],
  learned: string | null = "APO-P A, B, S · KFAC A, G",
): NetworkRow => ({
  key,
  title: `${key}: 3×3, 16 → 16`,
  shape: "32×32×16",
  learned,
  extras: learned ? "stride 2, ReLU" : "",
  chips: [],
  from,
});

/** Blocks of two layers and a sum with what came before them; the first node is taken by every third sum as well. */
function residual(): NetworkRow[] {
  const rows = [row("input", [], null)];
  for (let block = 0; block < BLOCKS; block++) {
    const place = rows.length - 1;
    rows.push(row(`conv${2 * block}`, [place]), row(`conv${2 * block + 1}`, [place + 1]));
    const from = [place + 2, place, ...(block % 3 === 2 ? [0] : [])];
    rows.push(row(`add${block}`, from, null));
  }
  return rows;
}

const WIDTHS = [262, 358, 640, 968, 1400];

/** Whether a piece of a line goes through the inside of a box. */
const crosses = (path: EdgePath, { x, y, width, height }: NodeBox): boolean =>
  path.slice(1).some(([x2, y2], i) => {
    const [x1, y1] = path[i] as readonly [number, number];
    const isBeside = Math.max(x1, x2) <= x + 1 || Math.min(x1, x2) >= x + width - 1;
    return !isBeside && Math.max(y1, y2) > y + 1 && Math.min(y1, y2) < y + height - 1;
  });

describe("the layout of a network", () => {
  it.each(WIDTHS)("has every node in a box of its own within %i units, in columns from top to bottom", (width) => {
    const { boxes, height } = layOutNetwork(residual(), width);
    for (const [i, { x, y, width: w, height: h }] of boxes.entries()) {
      expect([x >= 0, x + w <= width, y >= 0, y + h <= height]).toEqual([true, true, true, true]);
      const before = boxes[i - 1];
      if (before) expect(x > before.x || y >= before.y + before.height).toBe(true);
    }
    const columns = new Set(boxes.map(({ x }) => x)).size;
    expect(columns).toBeLessThanOrEqual(Math.max(1, Math.floor(width / 262)));
    if (width > 900) expect(columns).toBeGreaterThan(1);
  });

  it.each(WIDTHS)("leads each value to each node that takes it, through no box, at %i units", (width) => {
    const rows = residual();
    const { boxes, edges } = layOutNetwork(rows, width);
    const ends = edges.map((path) => path.at(-1));
    for (const [i, { from }] of rows.entries()) {
      const { x, y, width: w, height } = boxes[i] as NodeBox;
      const into = ends.filter((end) => end && end[0] >= x && end[0] <= x + w && end[1] >= y && end[1] <= y + height);
      expect([rows[i]?.key, into.length]).toEqual([rows[i]?.key, from.length]);
    }
    for (const path of edges)
      for (const box of boxes) expect([box.row.key, path, crosses(path, box)]).toEqual([box.row.key, path, false]);
  });

  it("gives a node of two lines a third where its texts do not fit beside each other", () => {
    const long = { ...row("conv1", []), extras: "stride 2, ReLU, max-pool 2×2" };
    const [narrow] = layOutNetwork([long], 262).boxes;
    const [wide] = layOutNetwork([long], 400).boxes;
    expect([narrow?.isTall, wide?.isTall]).toEqual([true, false]);
    expect(narrow?.height).toBeGreaterThan(wide?.height ?? 0);
  });
});
