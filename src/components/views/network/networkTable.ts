import type { NetworkModel } from "../../../store/views/network/networkModels";
import type { TableText } from "../../../store/words/tableText";

/** The nodes in words: each with its shape, what it takes, and what is learned of it. */
export const networkTable = ({ rows }: NetworkModel): TableText => ({
  caption: "Nodes of the network",
  titles: ["node", "what it is", "shape", "takes", "learned"],
  rows: rows.map(({ key, title, shape, extras, from, learned }) => ({
    key,
    head: key,
    cells: [
      [title, extras].filter((part) => part !== "").join(", "),
      shape,
      from.map((j) => rows[j]?.key).join(", "),
      learned ?? "",
    ],
  })),
});
