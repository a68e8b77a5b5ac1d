import { memory, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { END, PAD, START } from "../../../config/formulas/wordPieces";
import { stream } from "../../random";
import { initialGraphParams } from "../../tasks/networks/initGraph";
import { transformer } from "../../tasks/networks/transformer";
import { forEachBackend } from "../../testing/forEachBackend";
import type { NodeSpec } from "../layerSpec";
import { createGraphModel } from "./build";
import { createDecoder } from "./decoder";
import { planGraph } from "./plan";

const [SOURCE, TARGET, VOCABULARY] = [6, 5, 11];
const sequences = { source: SOURCE, target: TARGET, padding: PAD };
const inputShape = [SOURCE + TARGET];

const LAYERS = transformer({
  ...{ width: 8, feedForward: 16, heads: 2, layers: 2, sequences },
  sourceVocabulary: 13,
  targetVocabulary: VOCABULARY,
});

/** The same with biases in attention, positions that nobody learns, and an output layer of its own. */
const OTHER_LAYERS = LAYERS.map((node): NodeSpec => {
  if (node.kind === "attention") return { ...node, bias: true };
  if (node.kind === "embedding") return { ...node, positions: "none", scale: 2 };
  if (node.kind !== "dense") return node;
  const { tied: _, ...untied } = node;
  return { ...untied, bias: true };
});

const SOURCES = [
  [4, 5, 6, 7, 8, END],
  [9, END, PAD, PAD, PAD, PAD],
  [12, 4, END, PAD, PAD, PAD],
];
const READ = [
  [START, 4, 5, 6, 7],
  [START, 8, 8, 9, 10],
  [START, 10, 4, 4, 5],
];

function paramsOf(layers: readonly NodeSpec[]): Tensor2D[] {
  const { normal } = stream(3, "decoder.test");
  const graph = { layers, inputShape, sequences };
  const shapes = planGraph(graph).flatMap(({ matrices }) => matrices.map(({ shape }) => shape));
  return initialGraphParams(7, graph).map((values, i) =>
    tensor2d(
      values.map((value) => value + 0.1 * normal()),
      shapes[i] as [number, number],
    ),
  );
}

describe("createDecoder", () => {
  forEachBackend((backend) => {
    it.each([
      ["a Transformer whose output is tied", LAYERS],
      ["one with biases and an output of its own", OTHER_LAYERS],
    ])(`gives the scores of the whole of %s, token by token, on ${backend}`, async (_, layers) => {
      const description = { layers, inputShape, sequences };
      const params = paramsOf(layers);
      const model = createGraphModel(description);
      const rows = SOURCES.map((source, row) => [...source, ...(READ[row] ?? [])]);
      const whole = tidy(() => model.forward(params, tensor2d(rows)).outputs.arraySync());
      const before = memory().numTensors;
      const decoding = createDecoder(description).start(params, Int32Array.from(SOURCES.flat()), SOURCES.length);
      let largest = 0;
      for (let position = 0; position < TARGET; position++) {
        const scores = await decoding.next(Int32Array.from(READ, (tokens) => tokens[position] as number));
        expect(scores).toHaveLength(SOURCES.length * VOCABULARY);
        for (const [at, score] of scores.entries()) {
          const row = Math.floor(at / VOCABULARY);
          const expected = whole[row * TARGET + position]?.[at % VOCABULARY] as number;
          largest = Math.max(largest, Math.abs(score - expected));
        }
      }
      expect(largest).toBeLessThan(1e-5);
      decoding.dispose();
      expect(memory().numTensors).toBe(before);
      for (const each of params) each.dispose();
    });
  });

  it.each<[string, NodeSpec[]]>([
    ["it has no encoder before a decoder", [{ kind: "embedding", vocabulary: 4, width: 2, from: [-1] }]],
    [
      "embedding2 has sinusoidal positions",
      [
        { kind: "embedding", vocabulary: 4, width: 2, from: [-1] },
        { kind: "embedding", vocabulary: 4, width: 2, positions: "sinusoidal", from: [-2] },
      ],
    ],
    [
      "attention1 is not causal",
      [
        { kind: "embedding", vocabulary: 4, width: 2, from: [-1] },
        { kind: "embedding", vocabulary: 4, width: 2, from: [-2] },
        { kind: "attention", width: 2, heads: 1, from: [1, 1] },
      ],
    ],
  ])("refuses a network where %s", (reason, layers) => {
    expect(() => createDecoder({ layers, inputShape, sequences })).toThrow(
      `cannot be decoded token by token: ${reason}.`,
    );
  });
});
