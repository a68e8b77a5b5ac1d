import { type ComponentType, lazy } from "react";
import type { ViewId } from "../../config/tables/views";
import { EffectView } from "./effect/EffectView";
import { LookaheadView } from "./lookahead/LookaheadView";

/** What draws each view. Those that are closed at first are fetched when they are opened. */
export const PANELS: Record<ViewId, ComponentType> = {
  lookahead: LookaheadView,
  effect: EffectView,
  gap: lazy(async () => ({ default: (await import("./gap/GapView")).GapView })),
  landscape: lazy(async () => ({ default: (await import("./landscape/LandscapeView")).LandscapeView })),
  ledger: lazy(async () => ({ default: (await import("./ledger/LedgerView")).LedgerView })),
  sweepMap: lazy(async () => ({ default: (await import("./sweepMap/SweepMap")).SweepMap })),
  spectrum: lazy(async () => ({ default: (await import("./spectrum/SpectrumView")).SpectrumView })),
};
