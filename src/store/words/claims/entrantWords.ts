import type { Choice, ClaimComparison, ClaimEntrant } from "../../../config/claims/findings/finding";
import { FIXED_RATES } from "../../../config/claims/rules";
import type { HyperparamName } from "../../../config/tables/hyperparams";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { settingSymbol } from "../../../config/tables/settingWords";
import { settingPhrase, settingText } from "../settingWords";
import { signedText } from "./claimValues";

/** Method names within a study that say more than their optimizer. */
const NAMED: Readonly<Record<string, string>> = {
  "sgdm-step": "SGDm, step schedule",
  "sgdm-cosine": "SGDm, cosine schedule",
  "apo-lr-adam": "APO-η on Adam",
  "fixed-sgdm": `the best of ${FIXED_RATES} fixed η of SGDm in each seed`,
  "fixed-adam": `the best of ${FIXED_RATES} fixed η of Adam in each seed`,
};

/** What an entrant is called: "SGDm", "APO-η on SGDm", "η₀ 0.01", "bf16". */
export function entrantName({
  name,
  optimizer,
  settings,
}: Pick<ClaimEntrant, "name" | "optimizer" | "settings">): string {
  const known = NAMED[name];
  if (known) return known;
  if (name !== optimizer) return name;
  const own = OPTIMIZERS[optimizer].name;
  const base = optimizer === "apo-lr" ? settings?.baseOptimizer : undefined;
  return base === undefined ? own : `${own} on ${OPTIMIZERS[base].name}`;
}

/** Names as in a sentence: "SGDm, Adam and KFAC". */
export const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Every setting that differs from the method's bare defaults: "η 0.030, momentum 0.90". */
export function settingsPhrase({ optimizer, settings }: Pick<ClaimEntrant, "optimizer" | "settings">): string {
  if (!settings) return "not chosen yet";
  const phrases = Object.entries(settings).map(([name, value]) =>
    settingPhrase(optimizer, name as HyperparamName, value),
  );
  return phrases.join(", ") || "the method's defaults";
}

const STOPS = {
  limit: "where the setting ends",
  flat: "but as good inside, within the range of the seeds",
  moves: "and no move of the box was left",
} as const;

/** How the settings were found: candidates, edges, and how flat the run was at its end. */
export function foundByText(
  comparison: Pick<ClaimComparison, "study" | "quantity" | "isHigherBetter">,
  optimizer: ClaimEntrant["optimizer"],
  { candidates, edges, lateChange }: Choice,
): string {
  const places = edges.map(({ setting: edge, side, value, stop }) => {
    const name = edge as HyperparamName;
    const setting = `${settingSymbol(optimizer, name)} ${settingText(name, value)}`;
    return side === "low"
      ? `${setting} is the lowest tried, ${STOPS[stop]}`
      : `${setting} is the highest tried, ${STOPS[stop]}`;
  });
  const inside = places.length === 0 ? "no setting at an edge of its box" : places.join("; ");
  const count = candidates === 1 ? "1 candidate" : `${candidates} candidates`;
  const found = `${count}; ${inside}`;
  return lateChange === null ? found : `${found}; over the last third ${signedText(comparison, [lateChange])}`;
}
