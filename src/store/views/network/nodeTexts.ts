import { layerName } from "../../../config/formulas/layerWords";
import { LEARNED_TEXTS, type NetworkOutline, type OutlineNode } from "../../../config/formulas/networkOutline";
import type { LearnedFactors } from "../../../config/formulas/preconditionerState";

/** 32×32 of an image's places and channels apart, 64 of a vector, 17×64 of a sequence. */
export const shapeText = (shape: readonly number[]): string => shape.map(countText).join("×");

const countText = (count: number) => count.toLocaleString("en");

/** What a node does, beside what it is called: "3×3, 16 → 32", "batch norm". */
export function nodeDeed({ kind, shape, inputs = 0, window = 0, from, isCausal, matrices }: OutlineNode): string {
  const square = window > 0 ? `${window}×${window}` : "";
  const outputs = shape.at(-1) ?? 0;
  switch (kind) {
    case "conv":
    case "dense":
    case "embedding": {
      if (inputs === 0) return `weights ${shapeText(matrices[0]?.shape ?? [])}`;
      return [square, `${countText(inputs)} → ${countText(outputs)}`].filter((part) => part !== "").join(", ");
    }
    case "batchNorm":
      return "batch norm";
    case "layerNorm":
      return "layer norm";
    case "maxPool":
      return `max-pool ${square}`;
    case "globalAvgPool":
      return "mean over places";
    case "attention": {
      if (from[0] !== from[1]) return "to the source";
      return isCausal ? "to earlier tokens" : "to itself";
    }
    default:
      return kind;
  }
}

/** A node in little room: "2.1 conv 2: 3×3, 16 → 32"; one without weights by what it does. */
export function nodeTitle(node: OutlineNode): string {
  const isLayer = node.matrices.length > 0 || node.tied !== undefined;
  return isLayer ? `${layerName(node.name, "little")}: ${nodeDeed(node)}` : nodeDeed(node);
}

/** What a node does beside its products: "stride 2, ReLU". */
export function nodeExtras({ stride, activation, pool, tied, heads }: OutlineNode): string {
  return [
    stride ? `stride ${stride}` : "",
    activation === "relu" ? "ReLU" : (activation ?? ""),
    pool ? `max-pool ${pool}×${pool}` : "",
    heads ? `${heads} heads` : "",
    tied ? `weights of ${layerName(tied, "little")}` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

const SHORT: Record<LearnedFactors, string> = { AB: "A, B, S", A: "A, S", B: "B, S", none: "S" };

/** Which parts of P are learned of a node's matrices, each said once. */
export const learnedShort = ({ matrices }: OutlineNode): string =>
  [...new Set(matrices.map(({ factors = "AB" }) => SHORT[factors]))].join(" / ");

/** What KFAC has of a node: its factors A of the inputs and G of the outputs; null where it is not offered. */
export function kfacShort({ kind, matrices }: OutlineNode, isOffered: boolean): string | null {
  if (!isOffered) return null;
  if (kind === "batchNorm") return "2×2";
  return matrices.some(({ hasInputScale }) => hasInputScale) ? "t·I, G" : "A, G";
}

/** A network with a node of which KFAC knows no factors is not trained with it. */
export const isKfacOffered = ({ nodes }: NetworkOutline): boolean =>
  nodes.every(({ kind, tied }) => !["embedding", "layerNorm", "attention"].includes(kind) && tied === undefined);

const KFAC_WORDS: Record<string, string> = {
  "2×2": "KFAC has a 2×2 block for each channel.",
  "t·I, G": "KFAC has a factor of the outputs; that of the inputs is t·I, for there are too many of them.",
  "A, G": "KFAC has a factor of the inputs and one of the outputs.",
};

/** What is learned of one of a node's matrices, in sentences. */
export function matrixSentence(node: OutlineNode, layer: string, isOffered: boolean): string {
  const { shape = [0, 0], factors = "AB" } = node.matrices.find(({ name }) => name === layer) ?? {};
  const [rows, columns] = shape;
  const kfac = KFAC_WORDS[kfacShort(node, isOffered) ?? ""] ?? "KFAC is not offered on this network.";
  return `${countText(rows * columns)} weights, ${countText(rows)}×${countText(columns)}. APO-P learns ${LEARNED_TEXTS[factors]}. ${kfac}`;
}
