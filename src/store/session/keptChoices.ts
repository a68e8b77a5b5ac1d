import type { ExperimentStore } from "../experiment/experimentStore";
import { DEFAULT_PICTURE, FOLDED } from "../experiment/plane/pictureState";
import { CHARACTER_KEYS, type DisplayState } from "../experiment/state";
import type { BrowserPage } from "./page";

/** What the person has chosen for good in this browser. */
export function keptChoices(page: BrowserPage): Pick<DisplayState, "characterKeys" | "picture"> {
  const kept = page.readChoice("characterKeys");
  return {
    characterKeys: CHARACTER_KEYS.find((keys) => keys === kept) ?? "on",
    picture: { ...DEFAULT_PICTURE, isFolded: page.readChoice("picture") === FOLDED },
  };
}

/** Keeps such a choice when it changes. */
export function followWithChoices(store: ExperimentStore, page: BrowserPage): void {
  store.subscribe(({ display: { characterKeys, picture, language } }, before) => {
    if (language !== before.display.language) page.keepChoice("language", language);
    if (characterKeys !== before.display.characterKeys) page.keepChoice("characterKeys", characterKeys);
    if (picture.isFolded !== before.display.picture.isFolded)
      page.keepChoice("picture", picture.isFolded ? FOLDED : "open");
  });
}
