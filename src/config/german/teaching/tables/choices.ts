import type { Words } from "../../words";

/** Settings that are one of a few words. */
export const CHOICE_WORDS: Words = {
  "Meta-optimizer": "Meta-Optimierer",
  "How φ follows the meta-gradient.": "Wie φ dem Meta-Gradienten folgt.",
  "Meta schedule": "Meta-Plan",
  "Whether α stays, or falls in a line to 0 at the last step.":
    "Ob α bleibt oder geradlinig auf 0 beim letzten Schritt fällt.",
  constant: "konstant",
  "linear to 0": "linear auf 0",
  "Base optimizer": "Basisoptimierer",
  "Whose direction APO-η scales; with momentum one step of lookahead undervalues a repeated direction.":
    "Wessen Richtung APO-η skaliert; mit Momentum unterschätzt ein Schritt Vorausblick eine wiederholte Richtung.",
  "Learning-rate schedule": "Lernratenplan",
  "Whether η stays, falls to a tenth at a half and at three quarters of the run, to a fifth at 30, 60 and 80 % of it, or along a cosine to 0.":
    "Ob η bleibt, bei der Hälfte und bei drei Vierteln des Laufs auf ein Zehntel fällt, bei 30, 60 und 80 % auf ein Fünftel, oder entlang eines Kosinus auf 0.",
  fixed: "fest",
  "two steps": "zwei Stufen",
  "three steps to a fifth": "drei Stufen auf ein Fünftel",
  "cosine to 0": "Kosinus auf 0",
  "Damping form": "Form der Dämpfung",
  "Factored with π (Martens and Grosse 2015), or Tikhonov in the eigenbasis.":
    "Faktorisiert mit π (Martens und Grosse 2015) oder Tikhonov in der Eigenbasis.",
  "with π": "mit π",
  "Scale S": "Skala S",
  "Whether APO-P learns S itself or its logarithm.": "Ob APO-P S selbst lernt oder seinen Logarithmus.",
  "by log S": "über log S",
  "by S": "über S",
  "KL direction": "Richtung von KL",
  "Order of the distributions in the function-space distance of a classifier.":
    "Reihenfolge der Verteilungen im Abstand im Funktionenraum eines Klassifikators.",
  "KL(old ‖ new)": "KL(alt ‖ neu)",
  "KL(new ‖ old)": "KL(neu ‖ alt)",
  Backtracking: "Schrittverkürzung",
  "Whether a step that does not lower the objective enough is shortened until it does.":
    "Ob ein Schritt, der die Zielfunktion nicht genug senkt, verkürzt wird, bis er es tut.",
  on: "an",
  off: "aus",
  "Scope of η": "Bereich von η",
  "Whether APO-η learns one learning rate for all weights, or one for each layer.":
    "Ob APO-η eine Lernrate für alle Gewichte lernt oder eine für jede Schicht.",
  "all layers": "alle Schichten",
  "each layer": "jede Schicht",
  Precision: "Zahlenformat",
  "Format that weights, gradients and optimizer state are rounded to after each update; 16 bits are emulated.":
    "Format, auf das Gewichte, Gradienten und der Zustand des Optimierers nach jeder Aktualisierung gerundet werden; 16 Bit werden emuliert.",
};
