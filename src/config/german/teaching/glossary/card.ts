import type { Words } from "../../words";

/** What stands around an entry of the glossary. */
export const WORD_CARD_WORDS: Words = {
  Find: "Suchen",
  "η, damping, KFAC …": "η, Dämpfung, KFAC …",
  "No word of the page has this.": "Kein Wort der Seite enthält das.",
  "{0} words": "{0} Wörter",
  "The glossary has no such word.": "Dieses Wort steht nicht im Glossar.",
  "In the article: {0}": "Im Artikel: {0}",
  "All words": "Alle Wörter",
};
