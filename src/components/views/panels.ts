import type { ComponentType } from "react";
import type { ViewId } from "../../config/views";

/** What draws each view. */
export const PANELS: Partial<Record<ViewId, ComponentType>> = {};
