import { layerName } from "../../../config/formulas/layerWords";
import { chainOutline, type NetworkOutline, type OutlineNode } from "../../../config/formulas/networkOutline";
import { createListSelector, createSelector } from "../../experiment/memo";
import { flopText, parametersText } from "../../words/sizes";
import type { LayerChip, NetworkModel, NetworkRow } from "./networkModels";
import {
  isKfacOffered,
  kfacShort,
  learnedShort,
  matrixSentence,
  nodeDeed,
  nodeExtras,
  nodeTitle,
  shapeText,
} from "./nodeTexts";

const selectLayers = createListSelector(({ runs }) => runs.find(({ layers }) => layers.length > 0)?.layers ?? []);

/** What is known of the network: from the worker, else from the shapes of a chain's weights; null before either. */
const selectOutline = createSelector(
  (state) => ({ told: state.network?.outline ?? null, layers: selectLayers(state) }),
  ({ told, layers }) => told ?? chainOutline(layers),
);

/** The network that trains, node by node; null where it is not known. */
export const selectNetwork = createSelector(
  (state) => ({
    outline: selectOutline(state),
    wanted: state.display.spectrumLayer,
    isSpectrumOpen: state.display.openViews.includes("spectrum"),
  }),
  ({ outline, wanted, isSpectrumOpen }): NetworkModel | null => {
    if (!outline) return null;
    const isOffered = isKfacOffered(outline);
    const node = outline.nodes.find(({ matrices }) => matrices.some(({ name }) => name === wanted));
    return {
      rows: rowsOf(outline, wanted),
      note: noteOf(outline),
      chosen: node && wanted ? { name: layerName(wanted), sentence: matrixSentence(node, wanted, isOffered) } : null,
      isSpectrumOpen,
      summary: summaryOf(outline),
    };
  },
);

function noteOf({ parameters, forwardFlop }: NetworkOutline): string {
  const flop = forwardFlop > 0 ? `, ${flopText(forwardFlop)} forward an example` : "";
  return `${parametersText(parameters)}${flop}; a layer that is chosen is the one whose spectrum is drawn over time`;
}

function summaryOf(outline: NetworkOutline): string {
  const { nodes, parameters } = outline;
  const count = nodes.filter(({ matrices }) => matrices.length > 0).length;
  const last = nodes.at(-1);
  return `${nodes.length} nodes, ${count} of them with weights, ${parametersText(parameters)}. The last gives ${last ? shapeText(last.shape) : "nothing"}.`;
}

/** The nodes in order; each part of the input stands before the first node that takes it. */
function rowsOf(outline: NetworkOutline, wanted: string | null): NetworkRow[] {
  const { nodes, inputs } = outline;
  const isOffered = isKfacOffered(outline);
  const rows: NetworkRow[] = [];
  const places = new Map<number, number>();
  const put = (place: number, row: NetworkRow) => places.set(place, rows.push(row) - 1);
  nodes.forEach((node, i) => {
    for (const j of node.from)
      if (j < 0 && !places.has(j)) {
        const shape = inputs[-1 - j];
        put(j, {
          ...EMPTY,
          key: `input${j}`,
          title: inputTitle(j, inputs.length),
          shape: shape ? shapeText(shape) : "",
        });
      }
    put(
      i,
      rowOf(
        node,
        isOffered,
        wanted,
        [...new Set(node.from)].flatMap((j) => places.get(j) ?? []),
      ),
    );
  });
  return rows;
}

const EMPTY = { learned: null, extras: "", chips: [], from: [] };

function inputTitle(part: number, parts: number): string {
  if (parts < 2) return "input";
  return part === -1 ? "source tokens" : "tokens said so far";
}

function rowOf(node: OutlineNode, isOffered: boolean, wanted: string | null, from: readonly number[]): NetworkRow {
  const { name, matrices, shape } = node;
  const [title, extras] = [nodeTitle(node), nodeExtras(node)];
  const kfac = kfacShort(node, isOffered);
  const learned = matrices.length > 0 ? `APO-P ${learnedShort(node)} · ${kfac ? `KFAC ${kfac}` : "no KFAC"}` : null;
  return {
    key: name,
    title,
    shape: shapeText(shape),
    learned,
    extras,
    chips: matrices.map((matrix): LayerChip => {
      const label = matrices.length > 1 ? matrix.name.slice(name.length + 1) || "tokens" : "";
      const what = [layerName(matrix.name), nodeDeed(node), extras, `gives ${shapeText(shape)}`].filter(
        (part) => part !== "",
      );
      return {
        layer: matrix.name,
        label,
        isChosen: matrix.name === wanted,
        spoken: `${what.join(", ")}. ${matrixSentence(node, matrix.name, isOffered)}`,
      };
    }),
    from,
  };
}
