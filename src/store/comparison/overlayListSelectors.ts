import { scheduleOf } from "../experiment/interventions";
import { createSelector } from "../experiment/memo";
import type { Overlay } from "../experiment/overlayState";
import { settingDifferences } from "../words/settingDifferences";

/** An overlay in the list under the race. */
export interface OverlayModel extends Pick<Overlay, "id" | "name" | "isHidden"> {
  /** "kept and pinned" */
  origin: string;
  /** Tokens of its runs, for their colours. */
  tokens: readonly { run: string; optimizer: Overlay["runs"][number]["optimizer"] }[];
  /** What it has that the race has not: "λ_FSD 10, seed 3". */
  differences: string;
}

const ORIGINS: Record<Overlay["origin"], string> = {
  pinned: "kept and pinned",
  fork: "before the fork",
  file: "from a file",
};

/** The overlays with what sets them apart from the race of the page. */
export const selectOverlayList = createSelector(
  ({ overlays, config, interventions }) => ({ overlays, config, interventions }),
  ({ overlays, config, interventions }): readonly OverlayModel[] => {
    const present = { ...config, interventions: scheduleOf(config, interventions) };
    return overlays.map(({ id, name, isHidden, origin, runs, config: own }) => ({
      ...{ id, name, isHidden },
      origin: ORIGINS[origin],
      tokens: runs.map(({ run, optimizer }) => ({ run, optimizer })),
      differences: own ? differencesText(settingDifferences(own, present), settingDifferences(present, own)) : "",
    }));
  },
);

/** Where it has nothing that the race has not, what the race has that it has not. */
function differencesText(own: readonly string[], present: readonly string[]): string {
  if (own.length > 0) return own.join(", ");
  return present.length > 0 ? `without ${present.join(", ")}` : "the same settings";
}
