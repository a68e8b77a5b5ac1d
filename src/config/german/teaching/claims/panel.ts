import type { Words } from "../../words";

/** The panel with the poster's claims. */
export const POSTER_PANEL_WORDS: Words = {
  "the poster: {0}": "das Poster: {0}",
  "Every method": "Jedes Verfahren",
  "ms a step": "ms je Schritt",
  forward: "vorwärts",
  backward: "rückwärts",
  "kB kept": "kB behalten",
  "kB at most": "kB höchstens",
  "Settings, at best, and in equal time": "Einstellungen, zur besten Zeit und in gleicher Zeit",
  "at best {0}": "zur besten Zeit {0}",
  "in equal time {0}": "in gleicher Zeit {0}",
  "Race it: {0}": "Laufen lassen: {0}",
  "Race it": "Laufen lassen",
  "Its numbers are on their way.": "Die Zahlen sind unterwegs.",
  "Settings of each method are chosen on one seed with an equal budget, then run on {0} others. “Ahead” is better than the rival on each of these seeds, “behind” worse on each, “level” neither: words follow from the signs. Widths and lengths are ours, so that the poster’s numbers stand beside ours, and are not repeated by them.":
    "Die Einstellungen jedes Verfahrens werden mit einem Startwert bei gleichem Aufwand gewählt, dann mit {0} anderen gefahren. „Vor“ ist besser als der Gegner mit jedem dieser Startwerte, „hinter“ schlechter mit jedem, „gleichauf“ keines von beiden: Die Worte folgen aus den Vorzeichen. Breiten und Längen sind unsere; die Zahlen des Posters stehen also neben unseren und werden von ihnen nicht wiederholt.",
  "The poster says": "Das Poster sagt",
  Here: "Hier",
  What: "Was",
  "Error allowed": "Erlaubter Fehler",
  "Found, cpu and wasm": "Gefunden, cpu und wasm",
  "Every price": "Jeder Preis",
  "Median of the {0} over the seeds, with the range": "Median über die Startwerte, mit Spanne: {0}",
  "weights still": "Gewichte ruhen",
  "in training": "im Training",
  "{0} at the end, a dot for each seed, log axis": "{0} am Ende, ein Punkt je Startwert, logarithmische Achse",
  "{0} at the end, a dot for each seed": "{0} am Ende, ein Punkt je Startwert",
};
