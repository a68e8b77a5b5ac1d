import type { NetworkRow } from "../../../store/views/network/networkModels";
import { textWidth } from "../../charts/geometry/textWidth";
import { columnBreaks } from "./columnBreaks";

/** A node's box; all lengths are in units of the text. */
export interface NodeBox {
  row: NetworkRow;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What stands right in the second line has no room there, and has a line of its own. */
  isTall: boolean;
  /** Places of its matrices, where there are several. */
  chips: readonly { x: number; y: number; width: number }[];
}

/** A line from a node's value to where it is taken: corners from first to last. */
export type EdgePath = readonly (readonly [x: number, y: number])[];

export interface NetworkLayout {
  boxes: readonly NodeBox[];
  edges: readonly EdgePath[];
  height: number;
}

/** Heights of a node without weights, of two lines, of a further line, of a matrix's place. */
export const LINE = { plain: 24, two: 44, more: 17, chip: 26 } as const;
/** From a box's edge to its text. */
export const INSET = 8;
const GAP = 11;
const LANE = 6;
const LEAST_COLUMN = 262;
const MOST_COLUMNS = 6;
/** A column is not shorter than this for the sake of another. */
const LEAST_HEIGHT = 320;

/** Places the nodes in columns from top to bottom, with lines between them, in a box so wide. */
export function layOutNetwork(rows: readonly NetworkRow[], width: number): NetworkLayout {
  const fitting = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(width / LEAST_COLUMN)));
  const narrow = Math.max(LEAST_COLUMN, width / fitting) - 40;
  const heights = rows.map((row) => heightOf(row, narrow));
  const total = heights.reduce((sum, height) => sum + height + GAP, 0);
  const columns = Math.min(fitting, Math.max(1, Math.ceil(total / LEAST_HEIGHT)));
  const starts = columnBreaks(rows, heights, columns);
  const columnOf = rows.map((_, i) => starts.filter((start) => start <= i).length - 1);
  const crossing = sourcesAcross(rows, columnOf);
  const trunks = starts.map((start, column) => trunksOf(rows, columnOf, start, column));
  const lanes = Math.max(0, ...trunks.map((list) => 1 + Math.max(-1, ...list.map(({ lane }) => lane))));
  const outLanes = new Map(
    starts.flatMap((_, column) =>
      crossing.filter((source) => columnOf[source] === column).map((source, lane) => [source, lane] as const),
    ),
  );
  const outs = Math.max(0, ...[...outLanes.values()].map((lane) => lane + 1));
  const [left, right] = [lanes > 0 ? 6 + LANE * lanes : 1, outs > 0 ? 5 + LANE * outs : 1];
  const columnWidth = columns < fitting ? Math.min(width / columns, 1.3 * LEAST_COLUMN) : width / columns;
  const top = 4 + LANE * crossing.length;
  const boxes = placeBoxes(rows, { columnOf, top, columnWidth, left, right });
  const edges = [
    ...straightEdges(rows, columnOf, boxes),
    ...trunks.flatMap((list, column) =>
      trunkEdges(list, boxes, { left: column * columnWidth + left, crossing, outLanes }),
    ),
  ];
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 1;
  return { boxes, edges, height };
}

/** Whether the second line has room for both of its texts in a box so wide. */
function isTallRow({ title, shape, learned, extras }: NetworkRow, width: number): boolean {
  const beside = learned ?? `${title}, ${shape}`;
  return extras !== "" && textWidth(`${beside}  ${extras}`, "tick") > width - 2 * INSET;
}

function heightOf(row: NetworkRow, width: number): number {
  const more = isTallRow(row, width) ? LINE.more : 0;
  if (row.learned === null) return LINE.plain + more;
  return LINE.two + more + (row.chips.length > 1 ? LINE.chip : 0);
}

interface Columns {
  columnOf: readonly number[];
  top: number;
  columnWidth: number;
  left: number;
  right: number;
}

function placeBoxes(rows: readonly NetworkRow[], { columnOf, top, columnWidth, left, right }: Columns): NodeBox[] {
  const width = columnWidth - left - right - GAP;
  const ends: number[] = [];
  return rows.map((row, i) => {
    const column = columnOf[i] as number;
    const x = column * columnWidth + left;
    const y = ends[column] ?? top;
    const height = heightOf(row, width);
    ends[column] = y + height + GAP;
    const isTall = isTallRow(row, width);
    const chipWidth = (width - 2 * INSET + 4) / row.chips.length - 4;
    const chips =
      row.chips.length > 1
        ? row.chips.map((_, k) => ({ x: x + INSET + k * (chipWidth + 4), y: y + height - LINE.chip, width: chipWidth }))
        : [];
    return { row, x, y, width, height, isTall, chips };
  });
}

/** Rows whose values are taken in a later column. */
const sourcesAcross = (rows: readonly NetworkRow[], columnOf: readonly number[]): number[] => [
  ...new Set(rows.flatMap(({ from }, i) => from.filter((j) => columnOf[j] !== columnOf[i]))),
];

/** A value that goes down beside a column: from a row of it or from above, to one or more rows. */
interface Trunk {
  source: number;
  targets: readonly number[];
  isFromAbove: boolean;
  lane: number;
}

/** The trunks of a column, each in the innermost lane that is free along it. */
function trunksOf(rows: readonly NetworkRow[], columnOf: readonly number[], start: number, column: number): Trunk[] {
  const targets = new Map<number, number[]>();
  rows.forEach(({ from }, i) => {
    if (columnOf[i] !== column) return;
    for (const j of from) if (j !== i - 1 || j < start) targets.set(j, [...(targets.get(j) ?? []), i]);
  });
  const ends: { from: number; to: number }[][] = [];
  return [...targets]
    .map(([source, list]) => {
      const isFromAbove = source < start;
      return { source, targets: list, isFromAbove, from: isFromAbove ? start - 1 : source, to: Math.max(...list) };
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ from, to, ...trunk }) => {
      let lane = ends.findIndex((taken) => taken.every((other) => to < other.from || other.to < from));
      if (lane < 0) lane = ends.push([]) - 1;
      ends[lane]?.push({ from, to });
      return { ...trunk, lane };
    });
}

/** From a node to the one below it. */
function straightEdges(
  rows: readonly NetworkRow[],
  columnOf: readonly number[],
  boxes: readonly NodeBox[],
): EdgePath[] {
  return rows.flatMap(({ from }, i): EdgePath[] => {
    const [above, box] = [boxes[i - 1], boxes[i]];
    if (!above || !box || !from.includes(i - 1) || columnOf[i - 1] !== columnOf[i]) return [];
    const x = box.x + 16;
    return [
      [
        [x, above.y + above.height],
        [x, box.y],
      ],
    ];
  });
}

/** Where the boxes of a column begin, and the lanes of values that leave their columns: above all of them, and right of their own. */
interface Lanes {
  left: number;
  crossing: readonly number[];
  outLanes: ReadonlyMap<number, number>;
}

function trunkEdges(
  trunks: readonly Trunk[],
  boxes: readonly NodeBox[],
  { left, crossing, outLanes }: Lanes,
): EdgePath[] {
  return trunks.flatMap(({ source, targets, isFromAbove, lane }) => {
    const from = boxes[source] as NodeBox;
    const x = left - 6 - LANE * lane;
    const start = middleOf(from);
    const end = from.x + from.width;
    return targets.map((target): EdgePath => {
      const to = boxes[target] as NodeBox;
      const last = [
        [x, middleOf(to)],
        [to.x, middleOf(to)],
      ] as const;
      if (!isFromAbove) return [[from.x, start + 5], [x, start + 5], ...last];
      const out = end + 5 + LANE * (outLanes.get(source) ?? 0);
      const above = 3 + LANE * crossing.indexOf(source);
      return [[end, start], [out, start], [out, above], [x, above], ...last];
    });
  });
}

const middleOf = ({ y, height }: NodeBox) => y + Math.min(height, LINE.two) / 2;
