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
  /** Products that are added to it, each from depth 0 to its `depth` (u32); not by workgroup memory. */
  further?: readonly { left: string; right: string; depth: string }[];
  /** Which index of an operand steps from value to neighbouring value in memory. */
  leftAlong: "row" | "depth";
  rightAlong: "column" | "depth";
  /** Statements that store `value` of row i and column j. */
  store: string;
  tile: Tile;
}

/** Threads of a workgroup, across and down, and the block that each of them computes. */
export interface Tile {
  across: number;
  down: number;
  blockColumns: number;
  blockRows: number;
  /** Whether the operands come by workgroup memory: worth its barriers where a tile is large. */
  isShared: boolean;
}

/** Depths that are in workgroup memory at a time. */
const DEPTH = 16;

const rowsOf = ({ down, blockRows }: Tile) => down * blockRows;
const columnsOf = ({ across, blockColumns }: Tile) => across * blockColumns;
export const threadsOf = ({ across, down }: Tile) => across * down;

/** A product of at least so many values fills a GPU with large tiles. */
const LARGE = 2 ** 18;

const isLarge = (rows: number, columns: number) => rows * columns >= LARGE && Math.min(rows, columns) >= 64;

export type Threads = 64 | 256;

/** Threads of a workgroup for products of these sizes. */
export const threadsFor = (...sizes: readonly (readonly [rows: number, columns: number])[]): Threads =>
  sizes.some(([rows, columns]) => isLarge(rows, columns)) ? 256 : 64;

/** Up to so many rows or columns, a thread computes all of them. */
const NARROW = 8;

/** The tile of so many threads for a product of this size. */
export function tileFor(rows: number, columns: number, threads: Threads): Tile {
  if (columns <= NARROW)
    return { across: 1, down: threads, blockColumns: columns, blockRows: rows < 4096 ? 1 : 2, isShared: false };
  if (rows <= NARROW) return { across: threads, down: 1, blockColumns: 1, blockRows: rows, isShared: false };
  const side = Math.sqrt(threads);
  if (isLarge(rows, columns)) return { across: side, down: side, blockColumns: 4, blockRows: 4, isShared: true };
  const block = rows * columns < LARGE / 4 ? 2 : 4;
  return { across: side, down: side, blockColumns: block, blockRows: block, isShared: false };
}

/**
 * Rows or columns for which to choose a tile where each is a value of a patch: with margins the code of one is long, and a thread that
 * computes all of eight would have it dozens of times, which SwiftShader takes half a minute to compile.
 */
export const patchSide = (values: number, { padding }: { padding: number }): number =>
  padding > 0 ? Math.max(values, NARROW + 1) : values;

/** A tile of 64 threads for products of many rows and columns, the largest of this size, without workgroup memory. */
export function directTile(rows: number, columns: number): Tile {
  const block = rows * columns < LARGE / 8 ? 2 : 4;
  return { across: 8, down: 8, blockColumns: block, blockRows: block, isShared: false };
}

/** Tiles that cover a product. */
export const tilesOf = (tile: Tile, rows: number, columns: number) =>
  Math.ceil(rows / rowsOf(tile)) * Math.ceil(columns / columnsOf(tile));

/** Names a tile within the key of a program. */
export const tileKey = ({ across, down, blockColumns, blockRows, isShared }: Tile) =>
  `${across}x${down}x${blockColumns}x${blockRows}${isShared ? "shared" : ""}`;

/** Workgroup memory for products with these tiles: 8 KB where one of them is large. */
export function tileMemory(...tiles: readonly Tile[]): string {
  const shared = tiles.filter(({ isShared }) => isShared);
  if (shared.length === 0) return "";
  return `
var<workgroup> leftTile: array<f32, ${DEPTH * (Math.max(...shared.map(rowsOf)) + 1)}>;
var<workgroup> rightTile: array<f32, ${DEPTH * (Math.max(...shared.map(columnsOf)) + 1)}>;`;
}

/** WGSL of a product; every sum runs in the order of the depths, whatever the tile. */
export function productCode(product: Product): string {
  const { name, store, tile } = product;
  const elements = termsOf(product).map(
    ({ term, left, right }) => `
fn ${term}Left(i: u32, k: u32) -> f32 { ${left} }
fn ${term}Right(k: u32, j: u32) -> f32 { ${right} }`,
  );
  return `${elements.join("")}
fn ${name}Store(i: u32, j: u32, value: f32) { ${store} }
${tile.isShared ? sharedCode(product) : directCode(product)}`;
}

/** All terms of the sum, each with the name of its functions and where its depths end. */
const termsOf = ({ name, left, right, further = [] }: Product) => [
  { term: name, left, right, start: "start", end: "end" },
  ...further.map((each, n) => ({ ...each, term: `${name}${n + 1}`, start: "0u", end: each.depth })),
];

const list = (length: number, code: (i: number) => string) => Array.from({ length }, (_, i) => code(i)).join("\n    ");

/** For each element of a thread's block. */
const block = ({ blockRows, blockColumns }: Tile, code: (r: number, c: number) => string) =>
  list(blockRows, (r) => list(blockColumns, (c) => code(r, c)));

/** A function's head with the first row and column of a tile, and the place of a thread in it. */
const head = ({ name, columns, tile }: Product) => `
fn ${name}(tile: u32, start: u32, end: u32, thread: u32) {
  let tilesAcross = (${columns} + ${columnsOf(tile) - 1}u) / ${columnsOf(tile)}u;
  let row = (tile / tilesAcross) * ${rowsOf(tile)}u;
  let column = (tile % tilesAcross) * ${columnsOf(tile)}u;
  let down = thread / ${tile.across}u;
  let across = thread % ${tile.across}u;
    ${block(tile, (r, c) => `var sum${r}_${c} = 0.0;`)}`;

const stores = ({ name, rows, columns, tile }: Product) => `
    ${list(tile.blockRows, (r) => `let ownRow${r} = row + down + ${r * tile.down}u;`)}
    ${list(tile.blockColumns, (c) => `let ownColumn${c} = column + across + ${c * tile.across}u;`)}
    ${block(
      tile,
      (r, c) =>
        `if (ownRow${r} < ${rows} && ownColumn${c} < ${columns}) { ${name}Store(ownRow${r}, ownColumn${c}, sum${r}_${c}); }`,
    )}
}`;

/** Each thread reads what it needs: the caches of a device hold the operands of a small product. */
function directCode(product: Product): string {
  const { rows, columns, tile } = product;
  const loops = termsOf(product).map(
    ({ term, start, end }) => `
  for (var k = ${start}; k < ${end}; k++) {
    ${list(tile.blockRows, (r) => `let left${r} = ${term}Left(i${r}, k);`)}
    ${list(tile.blockColumns, (c) => `let right${c} = ${term}Right(k, j${c});`)}
    ${block(tile, (r, c) => `sum${r}_${c} += left${r} * right${c};`)}
  }`,
  );
  return `${head(product)}
    ${list(tile.blockRows, (r) => `let i${r} = min(row + down + ${r * tile.down}u, ${rows} - 1u);`)}
    ${list(tile.blockColumns, (c) => `let j${c} = min(column + across + ${c * tile.across}u, ${columns} - 1u);`)}
${loops.join("")}
${stores(product)}`;
}

/** The threads of a workgroup copy both operands into its memory, so many depths at a time. */
function sharedCode(product: Product): string {
  const { name, rows, columns, leftAlong, rightAlong, further, tile } = product;
  if (further) throw new Error(`${name}: a product by workgroup memory is of one term.`);
  /** Neighbouring threads copy from neighbouring places. */
  const copy = (memory: string, width: number, isDepthFast: boolean, element: string) => `
    for (var at = thread; at < ${DEPTH * width}u; at += ${threadsOf(tile)}u) {
      let d = ${isDepthFast ? `at % ${DEPTH}u` : `at / ${width}u`};
      let place = ${isDepthFast ? `at / ${DEPTH}u` : `at % ${width}u`};
      ${memory}[d * ${width + 1}u + place] = ${element};
    }`;
  const [height, width] = [rowsOf(tile), columnsOf(tile)];
  return `
fn ${name}LeftOrZero(i: u32, k: u32, end: u32) -> f32 {
  if (i < ${rows} && k < end) { return ${name}Left(i, k); }
  return 0.0;
}
fn ${name}RightOrZero(k: u32, j: u32, end: u32) -> f32 {
  if (j < ${columns} && k < end) { return ${name}Right(k, j); }
  return 0.0;
}
${head(product)}
  for (var first = start; first < end; first += ${DEPTH}u) {
    ${copy("leftTile", height, leftAlong === "depth", `${name}LeftOrZero(row + place, first + d, end)`)}
    ${copy("rightTile", width, rightAlong === "depth", `${name}RightOrZero(first + d, column + place, end)`)}
    workgroupBarrier();
    for (var d = 0u; d < ${DEPTH}u; d++) {
    ${list(tile.blockRows, (r) => `let left${r} = leftTile[d * ${height + 1}u + down + ${r * tile.down}u];`)}
    ${list(tile.blockColumns, (c) => `let right${c} = rightTile[d * ${width + 1}u + across + ${c * tile.across}u];`)}
    ${block(tile, (r, c) => `sum${r}_${c} += left${r} * right${c};`)}
    }
    workgroupBarrier();
  }
${stores(product)}`;
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
