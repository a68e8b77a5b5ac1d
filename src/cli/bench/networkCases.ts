import { stream } from "../../core/random";
import { alexnet } from "../../core/tasks/networks/alexnet";
import { initialGraphParams } from "../../core/tasks/networks/initGraph";
import { limitInputs } from "../../core/tasks/networks/limitInputs";
import { resnet18 } from "../../core/tasks/networks/resnet18";
import { transformer } from "../../core/tasks/networks/transformer";
import { vgg16 } from "../../core/tasks/networks/vgg16";
import { withNetwork } from "../../core/tasks/networks/withNetwork";
import { wrn28 } from "../../core/tasks/networks/wrn28";
import type { Split, TaskData } from "../../core/tasks/task";

/** The poster's networks at the widths that a CPU starts with. */
export type BenchNetwork = "alexnet" | "vgg16" | "resnet18" | "wrn28" | "transformer";

const CLASSES = 10;
const SIDE = 32;
const LENGTH = 17;
const VOCABULARY = 1000;
/** Tokens of the shortest text; the longest fills its row. */
const SHORTEST = 6;

const images = (width: number) => ({ width, channels: 3, classes: CLASSES });
const SEQUENCES = { source: LENGTH, target: LENGTH, padding: 0 };

const LAYERS: Record<BenchNetwork, () => TaskData["layers"]> = {
  alexnet: () => alexnet(images(1 / 4)),
  vgg16: () => vgg16({ ...images(1 / 8), norm: "none" }),
  resnet18: () => resnet18(images(1 / 8)),
  wrn28: () => wrn28(images(0.5)),
  transformer: () =>
    transformer({
      ...{ width: 64, feedForward: 128, heads: 4, layers: 2, sequences: SEQUENCES },
      sourceVocabulary: VOCABULARY,
      targetVocabulary: VOCABULARY,
    }),
};

/** A network's nodes with the shape of its input. */
export const benchGraph = (network: BenchNetwork) =>
  network === "transformer"
    ? { layers: LAYERS[network](), inputShape: [2 * LENGTH], sequences: SEQUENCES }
    : { layers: limitInputs(LAYERS[network]()), inputShape: [SIDE, SIDE, 3] };

/** Weights and so many examples of noise, drawn from one seed. */
export function networkCase(network: BenchNetwork, seed: number, count: number): TaskData {
  const graph = benchGraph(network);
  const split = network === "transformer" ? tokens(seed, count) : noise(seed, count);
  return withNetwork({
    ...graph,
    train: split,
    test: split,
    loss: network === "transformer" ? "tokenCrossEntropy" : "softmaxCrossEntropy",
    initialParams: initialGraphParams(seed, graph),
    picture: { kind: "none" },
  });
}

function noise(seed: number, count: number): Split {
  const { normals, integer } = stream(seed, "bench");
  return { x: normals(count * SIDE * SIDE * 3), y: Int32Array.from({ length: count }, () => integer(CLASSES)), count };
}

/** Pairs of texts of any length between the shortest and the longest, padding behind them. */
function tokens(seed: number, count: number): Split {
  const { integer } = stream(seed, "bench");
  const x = new Float32Array(2 * count * LENGTH);
  const y = new Int32Array(count * LENGTH);
  const token = () => 1 + integer(VOCABULARY - 1);
  const length = () => SHORTEST + integer(LENGTH - SHORTEST + 1);
  for (let row = 0; row < count; row++) {
    const [source, target] = [length(), length()];
    for (let i = 0; i < source; i++) x[2 * row * LENGTH + i] = token();
    for (let i = 0; i < target; i++) {
      x[(2 * row + 1) * LENGTH + i] = token();
      y[row * LENGTH + i] = token();
    }
  }
  return { x, y, count };
}
