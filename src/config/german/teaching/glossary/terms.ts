import type { Words } from "../../words";

/** Terms of the objective and of what is learned. */
export const TERM_WORDS: Words = {
  "proximal objective": "proximale Zielfunktion",
  "What a step costs: the loss it leaves on its batch, and a price for how far it moves outputs and weights.":
    "Was ein Schritt kostet: der Verlust, den er auf seinem Batch lässt, und ein Preis dafür, wie weit er Ausgaben und Gewichte bewegt.",
  "function-space discrepancy": "Abstand im Funktionenraum",
  "How far a step moves the network’s outputs on a second batch B′, measured by ρ and averaged.":
    "Wie weit ein Schritt die Ausgaben des Netzes auf einem zweiten Batch B′ bewegt, gemessen mit ρ und gemittelt.",
  "weight-space discrepancy": "Abstand im Gewichtsraum",
  "How far a step moves the weights: half the squared distance from θ to θ′.":
    "Wie weit ein Schritt die Gewichte bewegt: der halbe quadrierte Abstand von θ zu θ′.",
  "price of function change": "Preis der Änderung der Funktion",
  "What FSD is multiplied by in Q: a higher price makes steps that change the outputs less.":
    "Womit FSD in Q multipliziert wird: Ein höherer Preis macht Schritte, die die Ausgaben weniger ändern.",
  "price of weight change": "Preis der Änderung der Gewichte",
  "What WSD is multiplied by in Q: it bounds steps in directions that the outputs do not see.":
    "Womit WSD in Q multipliziert wird: Er begrenzt Schritte in Richtungen, die die Ausgaben nicht sehen.",
  "meta-update interval": "Intervall der Meta-Updates",
  "Once every K steps φ takes one step down the gradient of Q; a longer interval costs less.":
    "Alle K Schritte macht φ einen Schritt den Gradienten von Q hinab; ein längeres Intervall kostet weniger.",
  preconditioner: "Vorkonditionierer",
  "The matrix that turns a gradient into a step: long along its large eigenvalues, short along its small ones.":
    "Die Matrix, die aus einem Gradienten einen Schritt macht: lang entlang ihrer großen Eigenwerte, kurz entlang ihrer kleinen.",
};
