import type { ComponentType } from "react";
import type { ViewId } from "../../config/tables/views";
import type { FetchPart } from "../ui/Later";
import { EffectView } from "./effect/EffectView";
import { LookaheadView } from "./lookahead/LookaheadView";

/** What draws a view, or what fetches that. */
type ViewPanel = { View: ComponentType } | { fetchView: FetchPart };

/** What draws each view. Those that are closed at first are fetched when they are opened. */
export const PANELS: Record<ViewId, ViewPanel> = {
  lookahead: { View: LookaheadView },
  effect: { View: EffectView },
  gap: { fetchView: async () => (await import("./gap/GapView")).GapView },
  landscape: { fetchView: async () => (await import("./landscape/LandscapeView")).LandscapeView },
  ledger: { fetchView: async () => (await import("./ledger/LedgerView")).LedgerView },
  sweepMap: { fetchView: async () => (await import("./sweepMap/SweepMap")).SweepMap },
  spectrum: { fetchView: async () => (await import("./spectrum/SpectrumView")).SpectrumView },
};
