import type { Words } from "../../words";

/** Views, and problems of the landscape. */
export const VIEW_WORDS: Words = {
  Quadratic: "Quadratisch",
  "Linear regression with two inputs, f(x) = w₁x₁ + w₂x₂; its curvature is 30 times greater across than along.":
    "Lineare Regression mit zwei Eingaben, f(x) = w₁x₁ + w₂x₂; ihre Krümmung ist quer 30-mal so groß wie längs.",
  "Rosenbrock's valley as least squares: outputs (a, 10(b − a²)) against (1, 0).":
    "Rosenbrocks Tal als kleinste Quadrate: Ausgaben (a, 10(b − a²)) gegen (1, 0).",
  "Two weights": "Zwei Gewichte",
  "The smallest network, f(x) = w₂·tanh(w₁x), on 24 noisy examples; it has two minima.":
    "Das kleinste Netz, f(x) = w₂·tanh(w₁x), auf 24 verrauschten Beispielen; es hat zwei Minima.",
  "{0} is not defined on Rosenbrock: a and b are no layer's weights, so there are no Kronecker factors.":
    "{0} ist auf Rosenbrock nicht definiert: a und b sind keine Gewichte einer Schicht, also gibt es keine Kronecker-Faktoren.",
  "One step ahead": "Ein Schritt voraus",
  "The function before and after one lookahead step, and how far it moved on a batch of its own.":
    "Die Funktion vor und nach einem Schritt Vorausblick, und wie weit er sie auf einem eigenen Batch bewegt hat.",
  "What your slider did": "Was der Regler bewirkt hat",
  "Each move of a slider: learning rate, step length and function change before and after it.":
    "Jede Bewegung eines Reglers: Lernrate, Schrittlänge und Änderung der Funktion davor und danach.",
  "Gap to the proximal step": "Abstand zum proximalen Schritt",
  "How far each method's step is from the exact minimum of the proximal objective, and from its direction.":
    "Wie weit der Schritt jedes Verfahrens vom exakten Minimum der proximalen Zielfunktion entfernt ist, und von dessen Richtung.",
  "Spectrum over time": "Spektrum über die Zeit",
  "Eigenvalues of each method's preconditioner as they were learned, beside the ideal where it is known.":
    "Eigenwerte des Vorkonditionierers jedes Verfahrens, wie sie gelernt wurden, neben dem Ideal, wo es bekannt ist.",
  "The network node by node, with shapes and edges, and what APO-P and KFAC learn of each layer.":
    "Das Netz Knoten für Knoten, mit Formen und Kanten, und was APO-P und KFAC von jeder Schicht lernen.",
  "Proximal landscape": "Proximale Landschaft",
  "Two parameters: the loss, what moving costs in outputs and in weights, and the step each method takes.":
    "Zwei Parameter: der Verlust, was Bewegung in Ausgaben und in Gewichten kostet, und der Schritt jedes Verfahrens.",
  "Cost ledger": "Kostenbuch",
  "Passes, milliseconds and bytes that a step of each method costs, and what the meta-step adds.":
    "Durchgänge, Millisekunden und Bytes, die ein Schritt jedes Verfahrens kostet, und was der Meta-Schritt hinzufügt.",
  "Sweep map": "Karte",
  "Where training ends for every pair of prices λ_FSD and λ_WSD.":
    "Wo das Training für jedes Paar der Preise λ_FSD und λ_WSD endet.",
  "the picture": "das Bild",
  "the chart of the training loss": "das Diagramm des Trainingsverlusts",
  "the chart of Q": "das Diagramm von Q",
  "the chart of η": "das Diagramm von η",
  "the eigenvalues of P": "die Eigenwerte von P",
  "the slider λ_FSD": "der Regler λ_FSD",
  "the slider λ_WSD": "der Regler λ_WSD",
  "the slider α": "der Regler α",
  "the slider K": "der Regler K",
  "the button Step": "der Knopf Schritt",
  "the button Play": "der Knopf Abspielen",
  "the slider of past steps": "der Regler der vergangenen Schritte",
  "the button Reset": "der Knopf Zurücksetzen",
  "the bar of views": "die Leiste der Ansichten",
  "the bar under the charts": "die Leiste unter den Diagrammen",
  "the learning rates set by hand": "die von Hand gesetzten Lernraten",
  "the button Methods and settings": "der Knopf Verfahren und Einstellungen",
  "Gradient on B": "Gradient auf B",
  Lookahead: "Vorausblick",
  "FSD on B′": "FSD auf B′",
  "Meta-gradient": "Meta-Gradient",
  Update: "Aktualisierung",
};
