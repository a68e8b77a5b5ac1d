import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import { outlineOf } from "../../core/estimate/outline";
import type { GraphDescription } from "../../core/nn/graph/plan";
import { lenetLayers } from "../../core/tasks/networks/lenet";
import { limitInputs } from "../../core/tasks/networks/limitInputs";
import { resnet18 } from "../../core/tasks/networks/resnet18";
import { transformer } from "../../core/tasks/networks/transformer";
import type { WorkerEvent } from "../../protocol/messages";

const IMAGES = { channels: 3, classes: 10 };
const SEQUENCES = { source: 17, target: 17, padding: 0 };
const TOKENS = { sourceVocabulary: 1000, targetVocabulary: 1000, sequences: SEQUENCES };

/** Networks as their tasks have them, of which no run was recorded. */
const NETWORKS = {
  lenet: { layers: lenetLayers(32, 3), inputShape: [32, 32, 3] },
  resnet18: { layers: limitInputs(resnet18({ width: 1 / 4, ...IMAGES })), inputShape: [32, 32, 3] },
  transformer: {
    layers: transformer({ width: 64, feedForward: 128, heads: 4, layers: 2, ...TOKENS }),
    inputShape: [34],
    sequences: SEQUENCES,
  },
} satisfies Record<string, GraphDescription>;

/** What the worker says of the race once it is ready, with one of the networks and round numbers for what it needs. */
export const withNetworkOf = (name: keyof typeof NETWORKS) => (events: readonly WorkerEvent[]) =>
  events.map((event): WorkerEvent => {
    if (event.type !== "ready") return event;
    const runs = event.runs.map(({ run }, i) => ({ run, msPerStep: 140 * 1.6 ** i, bytes: 2.1e7 * 1.5 ** i }));
    const network: NetworkEstimate = { outline: outlineOf(NETWORKS[name]), batchSize: 64, runs };
    return { ...event, network };
  });
