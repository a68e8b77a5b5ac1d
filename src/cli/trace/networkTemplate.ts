import { type GraphDescription, planGraph } from "../../core/nn/graph/plan";
import { stream } from "../../core/random";
import { alexnet } from "../../core/tasks/networks/alexnet";
import { forwardOperations, weightCount } from "../../core/tasks/networks/cost";
import { initialGraphParams } from "../../core/tasks/networks/initGraph";
import { resnet18 } from "../../core/tasks/networks/resnet18";
import { transformer } from "../../core/tasks/networks/transformer";
import { vgg16 } from "../../core/tasks/networks/vgg16";
import { wrn28 } from "../../core/tasks/networks/wrn28";
import { toTraceOrder } from "../../core/tasks/traceOrder";

const [EXAMPLES, BATCH, STEPS] = [16, 8, 4];
const [SIDE, CHANNELS, CLASSES] = [32, 3, 10];
const [TOKENS, VOCABULARY, PADDING, START, END] = [6, 16, 0, 1, 2];
const SEQUENCES = { source: TOKENS, target: TOKENS, padding: PADDING };

const images = (width: number) => ({
  width,
  channels: CHANNELS,
  classes: CLASSES,
});

/** The poster's networks, as narrow as they may be. */
const NETWORKS = {
  alexnet: () => alexnet(images(1 / 16)),
  vgg16: () => vgg16({ ...images(1 / 16), norm: "none" }),
  "vgg16-batch": () => vgg16({ ...images(1 / 16), norm: "batch" }),
  resnet18: () => resnet18(images(1 / 16)),
  wrn28: () => wrn28(images(0.25)),
  transformer: () =>
    transformer({
      width: 16,
      feedForward: 32,
      heads: 2,
      layers: 2,
      sourceVocabulary: VOCABULARY,
      targetVocabulary: VOCABULARY,
      sequences: SEQUENCES,
    }),
} as const;
type NetworkTemplate = keyof typeof NETWORKS;

/** Names of templates that are networks. */
export const NETWORK_TEMPLATES = Object.keys(NETWORKS) as NetworkTemplate[];

/** `given` of one of the poster's networks, small, from a seeded start: noise in the colour of its class, or words to be turned round. */
export function networkTemplate(name: NetworkTemplate, seed: number, short: (value: number) => number) {
  const layers = NETWORKS[name]();
  const isText = name === "transformer";
  const graph: GraphDescription = isText
    ? { layers, inputShape: [2 * TOKENS], sequences: SEQUENCES }
    : { layers, inputShape: [SIDE, SIDE, CHANNELS] };
  const shapes = planGraph(graph).flatMap(({ matrices }) => matrices.map(({ shape }) => shape));
  const weights = toTraceOrder(graph, initialGraphParams(seed, graph));
  const { integer } = stream(seed, "template");
  const batches = () => Array.from({ length: STEPS }, () => Array.from({ length: BATCH }, () => integer(EXAMPLES)));
  return {
    steps: STEPS,
    /** For people: what the network holds, and what a pass of one example costs. */
    words: `${weightCount(graph)} weights, ${(forwardOperations(graph) / 1e6).toPrecision(3)} MFLOP a forward pass of one example`,
    given: {
      layers,
      ...(isText ? words(seed) : pictures(seed, short)),
      initialParams: weights.map((values, i) => {
        const [rows, columns] = shapes[i] as [number, number];
        return Array.from({ length: rows }, (_, row) =>
          Array.from(values.subarray(row * columns, (row + 1) * columns), short),
        );
      }),
      batches: batches(),
      fsdBatches: batches(),
    },
  };
}

function pictures(seed: number, short: (value: number) => number) {
  const { normal } = stream(seed, "template.images");
  const y = Array.from({ length: EXAMPLES }, (_, n) => n % CLASSES);
  const x = y.map((label) => {
    const colour = Array.from({ length: CHANNELS }, (_, channel) => Math.cos(label + 2 * channel));
    return Array.from({ length: CHANNELS * SIDE * SIDE }, (_, at) =>
      short((colour[Math.floor(at / (SIDE * SIDE))] as number) + 0.5 * normal()),
    );
  });
  return { loss: "softmaxCrossEntropy", x, xShape: [CHANNELS, SIDE, SIDE], y };
}

/** Rows of words, and the same words from the last to the first. */
function words(seed: number) {
  const { integer } = stream(seed, "template.words");
  const padded = (tokens: number[]) => [...tokens, ...new Array<number>(TOKENS - tokens.length).fill(PADDING)];
  const rows = Array.from({ length: EXAMPLES }, () =>
    Array.from({ length: 1 + integer(TOKENS - 1) }, () => END + 1 + integer(VOCABULARY - END - 1)),
  );
  return {
    sequences: SEQUENCES,
    loss: "tokenCrossEntropy",
    x: rows.map((row) => [...padded([...row, END]), ...padded([START, ...row.toReversed()])]),
    xShape: [2 * TOKENS],
    y: rows.map((row) => padded([...row.toReversed(), END])),
  };
}
