import { type GraphDescription, type PlannedNode, planGraph } from "../nn/graph/plan";

/**
 * Channel-first position of each channels-last one: order[(row·width + column)·channels + channel] is the index in the
 * order channel, row, column.
 */
export function channelFirstOrder(height: number, width: number, channels: number): Int32Array {
  const order = new Int32Array(height * width * channels);
  for (let position = 0; position < height * width; position++) {
    for (let channel = 0; channel < channels; channel++) {
      order[position * channels + channel] = channel * height * width + position;
    }
  }
  return order;
}

/** The trace's row of each of our rows of a matrix, and its column of each of our columns. */
interface MatrixOrder {
  rows: Int32Array;
  columns: Int32Array;
}

const asTheyAre = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

/** Where a trace has each entry of a value: images put channels first there, and so does what was flattened of them. */
function valueOrders(planned: readonly PlannedNode[]): (Int32Array | null)[] {
  const orders: (Int32Array | null)[] = [];
  for (const { spec, from, name, inputShapes } of planned) {
    const [first = null, second = null] = from.map((j) => orders[j] ?? null);
    const [[height = 1, width = 1, channels = 1] = []] = inputShapes;
    if (spec.kind === "flatten")
      orders.push(inputShapes[0]?.length === 3 ? channelFirstOrder(height, width, channels) : first);
    else if (spec.kind === "batchNorm") orders.push(first);
    else if (spec.kind === "add") {
      if (String(first) !== String(second))
        throw new Error(`${name} adds a flattened image and what is none: their numbers stand in different orders`);
      orders.push(first);
    } else orders.push(null);
  }
  return orders;
}

/**
 * The order of each matrix of a network: traces put channels first, in convolution kernels and where images are flattened. Biases
 * stay last. Throws where an output would have to be put in another order.
 */
export function traceOrders(graph: GraphDescription): MatrixOrder[] {
  const planned = planGraph(graph);
  const orders = valueOrders(planned);
  if (orders.at(-1)) throw new Error("the last node gives a flattened image; give it a dense layer behind it");
  return planned.flatMap(({ spec, from, inputShapes, matrices }) => {
    const [input = []] = inputShapes;
    const flattened = orders[from[0] as number] ?? null;
    return matrices.map(({ shape: [rows, columns] }): MatrixOrder => {
      const order = { rows: asTheyAre(rows), columns: asTheyAre(columns) };
      const [height = 1, width = 1, channels = 1] = input;
      if (spec.kind === "conv") order.columns.set(channelFirstOrder(spec.kernel, spec.kernel, spec.channels));
      else if (spec.kind === "dense" && input.length === 3)
        order.columns.set(channelFirstOrder(height, width, channels));
      else if (spec.kind === "dense" && flattened) order.columns.set(flattened);
      else if (spec.kind === "batchNorm" && flattened) order.rows.set(flattened);
      return order;
    });
  });
}

/** Weights [out, in (+1)] of each matrix, row-major, from our order to the one that traces use. */
export function toTraceOrder(graph: GraphDescription, params: readonly Float32Array[]): Float32Array[] {
  return permute(graph, params, (ours, trace) => [trace, ours]);
}

/** The inverse of `toTraceOrder`. */
export function fromTraceOrder(graph: GraphDescription, params: readonly Float32Array[]): Float32Array[] {
  return permute(graph, params, (ours, trace) => [ours, trace]);
}

/** Running averages [2, channels] of the batch norms of these names, channels in the order that traces use. */
export function averagesToTraceOrder(
  graph: GraphDescription,
  norms: readonly string[],
  averages: readonly Float32Array[],
): { name: string; mean: number[]; variance: number[] }[] {
  const orders = traceOrders(graph);
  const names = planGraph(graph).flatMap(({ matrices }) => matrices.map(({ name }) => name));
  return norms.map((name, i) => {
    const values = averages[i] as Float32Array;
    const { rows } = orders[names.indexOf(name)] as MatrixOrder;
    const ordered = (start: number) => {
      const moved = new Array<number>(rows.length);
      rows.forEach((place, channel) => {
        moved[place] = values[start + channel] as number;
      });
      return moved;
    };
    return { name, mean: ordered(0), variance: ordered(rows.length) };
  });
}

function permute(
  graph: GraphDescription,
  params: readonly Float32Array[],
  direction: (ours: number, trace: number) => [to: number, from: number],
): Float32Array[] {
  const orders = traceOrders(graph);
  return params.map((values, i) => {
    const { rows, columns } = orders[i] as MatrixOrder;
    const moved = new Float32Array(values.length);
    rows.forEach((traceRow, row) => {
      columns.forEach((traceColumn, column) => {
        const [to, from] = direction(row * columns.length + column, traceRow * columns.length + traceColumn);
        moved[to] = values[from] as number;
      });
    });
    return moved;
  });
}
