const KINDS = { dense: ["dense layer", "dense"], conv: ["convolution", "conv"] } as const;

/** What a layer is called: "dense layer 2" for `dense2`, in little room "dense 2". What is no layer's id stays itself. */
export function layerName(id: string, room: "much" | "little" = "much"): string {
  const [, kind = "", count = ""] = /^(dense|conv)(\d+)$/.exec(id) ?? [];
  const names = KINDS[kind as keyof typeof KINDS];
  return names ? `${names[room === "much" ? 0 : 1]} ${count}` : id;
}
