/** A product of matrices inside a program: each element is a function of WGSL, so that neither operand need exist. */
export interface Product {
  /** Of the function that computes one tile: `name(tile, start, end, thread)`, of the depths from start to end. */
  name: string;
  /** WGSL expressions of type u32. */
  rows: string;
  columns: string;
  /** Bodies of functions that return the left element of row i and depth k, and the right one of depth k and column j. */
  left: string;
  right: string;
  /** Which index of an operand steps from value to neighbouring value in memory. */
  leftAlong: "row" | "depth";
  rightAlong: "column" | "depth";
  /** Statements that store `value` of row i and column j. */
  store: string;
  tile: Tile;
}

/** Threads of a workgroup, across and down, and what each of them computes. */
export interface Tile {
  across: number;
  down: number;
  blockColumns: number;
  blockRows: number;
}

/** Depths that are in workgroup memory at a time. */
const DEPTH = 16;

export const rowsOf = ({ down, blockRows }: Tile) => down * blockRows;
export const columnsOf = ({ across, blockColumns }: Tile) => across * blockColumns;
export const threadsOf = ({ across, down }: Tile) => across * down;

/** A product of at least so many values fills a GPU with large tiles. */
const LARGE = 2 ** 18;

export type Threads = 64 | 256;

/** Threads of a workgroup for products of these sizes. */
export const threadsFor = (...sizes: readonly (readonly [rows: number, columns: number])[]): Threads =>
  sizes.some(([rows, columns]) => rows * columns >= LARGE && Math.min(rows, columns) >= 64) ? 256 : 64;

/** The tile of so many threads for a product of this size: narrow where the product is. */
export function tileFor(rows: number, columns: number, threads: Threads): Tile {
  if (columns <= 8) return { across: 8, down: threads / 8, blockColumns: 1, blockRows: 4 };
  if (rows <= 8) return { across: threads / 8, down: 8, blockColumns: 4, blockRows: 1 };
  const side = Math.sqrt(threads);
  return { across: side, down: side, blockColumns: side / 4, blockRows: side / 4 };
}

/** Tiles that cover a product. */
export const tilesOf = (tile: Tile, rows: number, columns: number) =>
  Math.ceil(rows / rowsOf(tile)) * Math.ceil(columns / columnsOf(tile));

/** Names a tile within the key of a program. */
export const tileKey = ({ across, down, blockColumns, blockRows }: Tile) =>
  `${across}x${down}x${blockColumns}x${blockRows}`;

/** Workgroup memory for products with these tiles: at most 9 KB. */
export const tileMemory = (...tiles: readonly Tile[]) => `
var<workgroup> leftTile: array<f32, ${DEPTH * (Math.max(...tiles.map(rowsOf)) + 1)}>;
var<workgroup> rightTile: array<f32, ${DEPTH * (Math.max(...tiles.map(columnsOf)) + 1)}>;`;

/** WGSL of a product; every sum runs in the order of the depths, whatever the tile. */
export function productCode(product: Product): string {
  const { name, rows, columns, left, right, leftAlong, rightAlong, store, tile } = product;
  const [tileRows, tileColumns, threads] = [rowsOf(tile), columnsOf(tile), threadsOf(tile)];
  const places = Array.from({ length: tile.blockRows * tile.blockColumns }, (_, at) => ({
    r: Math.floor(at / tile.blockColumns),
    c: at % tile.blockColumns,
  }));
  const each = (code: (place: { r: number; c: number }) => string) => places.map(code).join("\n    ");
  const range = (length: number, code: (i: number) => string) =>
    Array.from({ length }, (_, i) => code(i)).join("\n      ");
  /** Copies a part of an operand into workgroup memory, neighbouring threads from neighbouring places. */
  const load = (memory: string, width: number, isDepthFast: boolean, element: string) => `
    for (var at = thread; at < ${DEPTH * width}u; at += ${threads}u) {
      let d = ${isDepthFast ? `at % ${DEPTH}u` : `at / ${width}u`};
      let place = ${isDepthFast ? `at / ${DEPTH}u` : `at % ${width}u`};
      ${memory}[d * ${width + 1}u + place] = ${element};
    }`;
  return `
fn ${name}Left(i: u32, k: u32) -> f32 { ${left} }
fn ${name}Right(k: u32, j: u32) -> f32 { ${right} }
fn ${name}Store(i: u32, j: u32, value: f32) { ${store} }
fn ${name}LeftOrZero(i: u32, k: u32, end: u32) -> f32 {
  if (i < ${rows} && k < end) { return ${name}Left(i, k); }
  return 0.0;
}
fn ${name}RightOrZero(k: u32, j: u32, end: u32) -> f32 {
  if (j < ${columns} && k < end) { return ${name}Right(k, j); }
  return 0.0;
}
fn ${name}(tile: u32, start: u32, end: u32, thread: u32) {
  let tilesAcross = (${columns} + ${tileColumns - 1}u) / ${tileColumns}u;
  let row = (tile / tilesAcross) * ${tileRows}u;
  let column = (tile % tilesAcross) * ${tileColumns}u;
  let down = thread / ${tile.across}u;
  let across = thread % ${tile.across}u;
    ${each(({ r, c }) => `var sum${r}_${c} = 0.0;`)}
  for (var first = start; first < end; first += ${DEPTH}u) {
    ${load("leftTile", tileRows, leftAlong === "depth", `${name}LeftOrZero(row + place, first + d, end)`)}
    ${load("rightTile", tileColumns, rightAlong === "depth", `${name}RightOrZero(first + d, column + place, end)`)}
    workgroupBarrier();
    for (var d = 0u; d < ${DEPTH}u; d++) {
      ${range(tile.blockRows, (r) => `let left${r} = leftTile[d * ${tileRows + 1}u + down + ${r * tile.down}u];`)}
      ${range(tile.blockColumns, (c) => `let right${c} = rightTile[d * ${tileColumns + 1}u + across + ${c * tile.across}u];`)}
      ${each(({ r, c }) => `sum${r}_${c} += left${r} * right${c};`)}
    }
    workgroupBarrier();
  }
    ${each(({ r, c }) => `if (row + down + ${r * tile.down}u < ${rows} && column + across + ${c * tile.across}u < ${columns}) { ${name}Store(row + down + ${r * tile.down}u, column + across + ${c * tile.across}u, sum${r}_${c}); }`)}
}`;
}

/** Workgroups of a launch of so many tiles; a device takes 65,535 along an axis. */
export function workgroupsFor(tiles: number): readonly [number, number] {
  const across = Math.min(tiles, 65_535);
  return [across, Math.ceil(tiles / across)];
}

/** Entry point of so many threads that knows its `tile` and `thread`. */
export const mainCode = (threads: number, body: string) => `
@compute @workgroup_size(${threads})
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let tile = group.x + group.y * groups.x;
  ${body}
}`;
