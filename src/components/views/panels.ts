import type { ComponentType } from "react";
import type { ViewId } from "../../config/tables/views";
import { EffectView } from "./effect/EffectView";
import { GapView } from "./gap/GapView";
import { LandscapeView } from "./landscape/LandscapeView";
import { LedgerView } from "./ledger/LedgerView";
import { LookaheadView } from "./lookahead/LookaheadView";
import { SpectrumView } from "./spectrum/SpectrumView";
import { SweepMap } from "./sweepMap/SweepMap";

/** What draws each view. */
export const PANELS: Record<ViewId, ComponentType> = {
  lookahead: LookaheadView,
  effect: EffectView,
  gap: GapView,
  landscape: LandscapeView,
  ledger: LedgerView,
  sweepMap: SweepMap,
  spectrum: SpectrumView,
};
