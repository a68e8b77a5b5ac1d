import type { NodeSpec } from "../layerSpec";

type Shape = readonly number[];

/** Output side of a convolution or a pool: places that a window of `size` has at every `stride`-th row. */
const places = (side: number, size: number, stride: number, padding = 0): number =>
  Math.floor((side + 2 * padding - size) / stride) + 1;

const sizeOf = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

/**
 * Shape of a node's value, channels last, without the batch dimension; `tokens` is null where its first input is no sequence. Throws
 * an error with one sentence that begins with `place` where the inputs do not fit.
 */
export function shapeOf(spec: NodeSpec, place: string, inputs: readonly Shape[], tokens: number | null): number[] {
  const shape = outputShape(spec, place, inputs, tokens);
  if (shape.some((length) => length < 1)) throw new Error(`${place} leaves nothing: its output is [${shape}]`);
  return shape;
}

function outputShape(spec: NodeSpec, place: string, inputs: readonly Shape[], tokens: number | null): number[] {
  const [first = [], second = []] = inputs;
  const isSequence = tokens !== null;
  const wanted = spec.kind === "add" || spec.kind === "attention" ? 2 : 1;
  if (inputs.length !== wanted) throw new Error(`${place} takes ${wanted} values; "from" names ${inputs.length}`);
  const images = (what: string): [number, number, number] => {
    const [height = 0, width = 0, channels = 0] = first;
    if (first.length !== 3 || isSequence)
      throw new Error(`${place} takes ${what}; it gets [${first}] (height, width, channels)`);
    return [height, width, channels];
  };
  const tokensOf = (width: number, shape: Shape) => {
    if (shape.length !== 2 || !isSequence || shape[1] !== width)
      throw new Error(`${place} takes sequences of width ${width}; it gets [${shape}]`);
    return [...shape];
  };
  switch (spec.kind) {
    case "dense": {
      const width = isSequence ? (first[1] ?? 0) : sizeOf(first);
      if (width !== spec.inputs) throw new Error(`${place} takes ${spec.inputs} inputs; it gets ${width}`);
      return isSequence ? [first[0] ?? 0, spec.outputs] : [spec.outputs];
    }
    case "conv": {
      const [height, width, channels] = images(`${spec.channels} channels`);
      if (channels !== spec.channels)
        throw new Error(`${place} takes ${spec.channels} channels; it gets [${first}] (height, width, channels)`);
      const { kernel, stride = 1, padding = 0, pool } = spec;
      const side = (length: number) =>
        Math.floor(Math.max(0, places(length, kernel, stride, padding)) / Math.max(1, pool));
      return [side(height), side(width), spec.outputs];
    }
    case "batchNorm": {
      if (isSequence || first.at(-1) !== spec.channels)
        throw new Error(`${place} takes images or vectors of ${spec.channels} channels; it gets [${first}]`);
      return [...first];
    }
    case "add": {
      if (String(first) !== String(second)) throw new Error(`${place} adds [${first}] and [${second}]`);
      return [...first];
    }
    case "maxPool": {
      const [height, width, channels] = images("images");
      const stride = spec.stride ?? spec.size;
      return [places(height, spec.size, stride), places(width, spec.size, stride), channels];
    }
    case "globalAvgPool":
      return [images("images")[2]];
    case "flatten": {
      if (isSequence) throw new Error(`${place} takes images; it gets a sequence [${first}]`);
      return [sizeOf(first)];
    }
    case "embedding": {
      if (!isSequence || first.length !== 1) throw new Error(`${place} takes tokens, the network's input`);
      const [length = 0] = first;
      if (spec.positions === "learned" && (spec.length ?? 0) < length)
        throw new Error(`${place} has positions for ${spec.length ?? 0} tokens; it gets ${length}`);
      return [length, spec.width];
    }
    case "layerNorm":
      return tokensOf(spec.width, first);
    case "attention": {
      if (spec.width % spec.heads !== 0)
        throw new Error(`${place} cannot share ${spec.width} among ${spec.heads} heads`);
      tokensOf(spec.width, second);
      return tokensOf(spec.width, first);
    }
  }
}
