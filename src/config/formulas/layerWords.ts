/** Parts of a layer's id with the words for them, in much room and in little. Behind a part stands its count, where it has one. */
const PARTS: Readonly<Record<string, readonly [much: string, little: string]>> = {
  dense: ["dense layer", "dense"],
  conv: ["convolution", "conv"],
  norm: ["norm", "norm"],
  batchNorm: ["batch norm", "norm"],
  layerNorm: ["layer norm", "norm"],
  stem: ["stem", "stem"],
  last: ["last", "last"],
  shortcut: ["shortcut", "skip"],
  stage: ["stage", ""],
  block: ["block", "."],
  encoder: ["encoder layer", "enc"],
  decoder: ["decoder layer", "dec"],
  source: ["source", "source"],
  target: ["target", "target"],
  embedding: ["embedding", "emb"],
  positions: ["positions", "pos"],
  attention: ["attention", "att"],
  cross: ["attention to the source", "cross"],
  q: ["queries", "q"],
  k: ["keys", "k"],
  v: ["values", "v"],
  o: ["outputs", "o"],
};

/**
 * What a layer is called: "dense layer 2" for `dense2` and "stage 2, block 1, convolution 2" for `stage2.block1.conv2`; in little room
 * "dense 2" and "2.1 conv 2". What is no layer's id stays itself.
 */
export function layerName(id: string, room: "much" | "little" = "much"): string {
  const parts = id.split(".").map((part) => {
    const [, kind = "", count = ""] = /^([a-zA-Z]+)(\d*)$/.exec(part) ?? [];
    const words = PARTS[kind];
    return words && { word: words[room === "much" ? 0 : 1], count };
  });
  if (parts.some((part) => !part)) return id;
  const named = parts.flatMap((part) => part ?? []);
  if (room === "much") return named.map(({ word, count }) => [word, count].join(" ").trim()).join(", ");
  // "2.1 conv 2": a stage and its block are one number
  const short = named.map(({ word, count }) => (word === "" || word === "." ? `${word}${count}` : `${word} ${count}`));
  return short
    .map((text) => text.trim())
    .join(" ")
    .replaceAll(" .", ".");
}
