import type { Words } from "../../words";

/** The article's exercises. */
export const EXERCISE_WORDS: Words = {
  "Right.": "Richtig.",
  "Not yet.": "Noch nicht.",
  "The numbers are those of the run on screen: move a slider, and the answer changes.":
    "Die Zahlen sind die des gezeigten Laufs: Bewegt sich ein Regler, ändert sich die Antwort.",
  "No method here has prices, so the numbers are an example.":
    "Kein Verfahren hier hat Preise, also sind die Zahlen ein Beispiel.",
  "The loss and FSD both bend by {0} along a direction, {1} is {2} and {3} is {4}. Which eigenvalue has the ideal {5} there?":
    "Verlust und FSD krümmen sich beide um {0} entlang einer Richtung, {1} ist {2} und {3} ist {4}. Welchen Eigenwert hat das ideale {5} dort?",
  "Eigenvalue of the ideal": "Eigenwert des Ideals",
  "{0} is {1}, and a meta-update takes {2} forward passes of its own. How many forward passes has a step, on average?":
    "{0} ist {1}, und ein Meta-Update braucht {2} eigene Vorwärtsdurchgänge. Wie viele Vorwärtsdurchgänge hat ein Schritt im Durchschnitt?",
  "Forward passes": "Vorwärtsdurchgänge",
  "the bent direction": "die gekrümmte Richtung",
  "the flat direction": "die flache Richtung",
  "both by the same factor": "beide um denselben Faktor",
  "{0} goes from {1} to {2}, with {3} at {4}. A bent direction has the curvature {5}, a flat one {6}. Where does the eigenvalue of the ideal shrink by the larger factor?":
    "{0} geht von {1} auf {2}, bei {3} gleich {4}. Eine gekrümmte Richtung hat die Krümmung {5}, eine flache {6}. Wo schrumpft der Eigenwert des Ideals um den größeren Faktor?",
  Check: "Prüfen",
  "Write a number, such as 0.25.": "Eine Zahl schreiben, wie 0,25.",
};
