import type { ComponentType } from "react";
import type { ViewId } from "../../config/views";
import { LandscapeView } from "./landscape/LandscapeView";

/** What draws each view. */
export const PANELS: Partial<Record<ViewId, ComponentType>> = {
  landscape: LandscapeView,
import { EffectView } from "./effect/EffectView";

import { LedgerView } from "./ledger/LedgerView";

/** What draws each view. */
export const PANELS: Partial<Record<ViewId, ComponentType>> = {
  effect: EffectView,
  ledger: LedgerView,
};
