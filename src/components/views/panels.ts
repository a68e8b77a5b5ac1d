import type { ViewId } from "../../config/tables/views";
import type { FetchPart } from "../ui/Later";

/** What fetches the drawing of each view. */
export const PANELS: Record<ViewId, FetchPart> = {
  lookahead: async () => (await import("./lookahead/LookaheadView")).LookaheadView,
  effect: async () => (await import("./effect/EffectView")).EffectView,
  gap: async () => (await import("./gap/GapView")).GapView,
  network: async () => (await import("./network/NetworkView")).NetworkView,
  landscape: async () => (await import("./landscape/LandscapeView")).LandscapeView,
  ledger: async () => (await import("./ledger/LedgerView")).LedgerView,
  sweepMap: async () => (await import("./sweepMap/SweepMap")).SweepMap,
  spectrum: async () => (await import("./spectrum/SpectrumView")).SpectrumView,
};
