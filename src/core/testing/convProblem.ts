import type { GivenProblem } from "../../config/experiment/experiment";
import { stream } from "../random";

export const CONV_STEPS = 50;
const [CHANNELS, HEIGHT, WIDTH, CLASSES, IMAGES, BATCH] = [2, 9, 8, 3, 40, 8];

/**
 * A given problem with what the fixtures do not have: two convolutions with ReLU, a max-pool that drops a row, a flattened
 * map and three classes. 9×8×2 images: a bright row, column or diagonal in noise. Every number is a float32.
 */
export function convProblem(): GivenProblem {
  const layers: GivenProblem["layers"] = [
    { kind: "conv", channels: CHANNELS, outputs: 4, kernel: 3, activation: "relu", pool: 2 }, // 7×6, pooled 3×3
    { kind: "conv", channels: 4, outputs: 5, kernel: 2, activation: "relu", pool: 0 }, // 2×2
    { kind: "dense", inputs: 20, outputs: 6, activation: "tanh", bias: true },
    { kind: "dense", inputs: 6, outputs: CLASSES, activation: "linear", bias: true },
  ];
  const { normals, integer } = stream(5, "conv.images");
  const y = Array.from({ length: IMAGES }, (_, n) => n % CLASSES);
  const x = y.map((label) => {
    const image = Array.from(normals(CHANNELS * HEIGHT * WIDTH), (value) => Math.fround(0.5 * value));
    const [channel, line] = [integer(CHANNELS), integer(WIDTH)];
    for (let k = 0; k < WIDTH; k++) {
      const [row, column] = [
        [line, k],
        [k, line],
        [k, (k + line) % WIDTH],
      ][label] as [number, number];
      const place = (channel * HEIGHT + row) * WIDTH + column;
      image[place] = Math.fround((image[place] as number) + 1.5);
    }
    return image;
  });
  const shapes = [
    [4, 19],
    [5, 17],
    [6, 21],
    [CLASSES, 7],
  ] as const;
  const rows = (name: string) =>
    Array.from({ length: CONV_STEPS }, (_, step) =>
      Array.from(stream(5, name, step).permutation(IMAGES).subarray(0, BATCH)),
    );
  return {
    layers,
    loss: "softmaxCrossEntropy",
    x,
    xShape: [CHANNELS, HEIGHT, WIDTH],
    y,
    initialParams: shapes.map(([out, columns], l) => {
      const draw = stream(5, "conv.start", l);
      return Array.from({ length: out }, () =>
        Array.from(draw.normals(columns), (value) => Math.fround(value * Math.sqrt(1.5 / columns))),
      );
    }),
    batches: rows("conv.B"),
    fsdBatches: rows("conv.fsdB"),
    targetNoise: Array.from({ length: CONV_STEPS }, (_, step) =>
      Array.from(stream(5, "conv.noise", step).uniforms(BATCH)),
    ),
  };
}
