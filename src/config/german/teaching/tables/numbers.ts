import type { Words } from "../../words";

/** Settings that are numbers. */
export const NUMBER_WORDS: Words = {
  "Function-space weight": "Preis im Funktionenraum",
  "Price of changing the network's outputs on B′; a higher price makes smaller steps.":
    "Preis dafür, die Ausgaben des Netzes auf B′ zu ändern; ein höherer Preis macht kleinere Schritte.",
  "Weight-space weight": "Preis im Gewichtsraum",
  "Price of moving the weights themselves; it bounds P in directions the outputs do not see.":
    "Preis dafür, die Gewichte selbst zu bewegen; er begrenzt P in Richtungen, die die Ausgaben nicht sehen.",
  "Meta-update interval": "Intervall der Meta-Updates",
  "Steps from one meta-update to the next; a meta-update adds three forward passes and one backward.":
    "Schritte von einem Meta-Update zum nächsten; ein Meta-Update fügt drei Vorwärtsdurchgänge und einen Rückwärtsdurchgang hinzu.",
  "Meta learning rate": "Meta-Lernrate",
  "Step size of the meta-optimizer on φ.": "Schrittweite des Meta-Optimierers auf φ.",
  "Learning rate": "Lernrate",
  "Size of a step along the method's direction.": "Größe eines Schritts entlang der Richtung des Verfahrens.",
  "Share of each weight that a step takes away, times η, apart from its direction; biases and norms keep theirs.":
    "Anteil jedes Gewichts, den ein Schritt wegnimmt, mal η, unabhängig von seiner Richtung; Biases und Normen behalten ihre Werte.",
  "Share of the last step that the next one keeps.": "Anteil des letzten Schritts, den der nächste behält.",
  "Decay of Adam's average gradient.": "Abklingen von Adams mittlerem Gradienten.",
  "Decay of Adam's average squared gradient.": "Abklingen von Adams mittlerem quadriertem Gradienten.",
  "Added to Adam's denominator.": "Wird zum Nenner von Adam addiert.",
  Damping: "Dämpfung",
  "Added to KFAC's curvature; more damping brings its step nearer to the gradient.":
    "Wird zur Krümmung von KFAC addiert; mehr Dämpfung bringt seinen Schritt näher an den Gradienten.",
  "Curvature average": "Mittelung der Krümmung",
  "Decay of the running average of KFAC's factors.": "Abklingen des laufenden Mittels von KFACs Faktoren.",
  "Factor period": "Periode der Faktoren",
  "Steps from one update of KFAC's factors to the next.":
    "Schritte von einer Aktualisierung von KFACs Faktoren zur nächsten.",
  "Inverse period": "Periode der Inversen",
  "Steps from one inversion of KFAC's factors to the next.":
    "Schritte von einer Inversion von KFACs Faktoren zur nächsten.",
  "KL clip": "KL-Grenze",
  "Largest change of the predictions that a KFAC step may make, in its quadratic model.":
    "Größte Änderung der Vorhersagen, die ein KFAC-Schritt machen darf, in seinem quadratischen Modell.",
  "Meta β₁": "Meta-β₁",
  "Decay of the meta-optimizer's average meta-gradient (Adam).":
    "Abklingen des mittleren Meta-Gradienten des Meta-Optimierers (Adam).",
  "Meta β₂": "Meta-β₂",
  "Decay of the meta-optimizer's average squared meta-gradient.":
    "Abklingen des mittleren quadrierten Meta-Gradienten des Meta-Optimierers.",
  "Meta ε": "Meta-ε",
  "Added to the meta-optimizer's denominator.": "Wird zum Nenner des Meta-Optimierers addiert.",
  "Solver iterations": "Iterationen des Lösers",
  "Most curvature products, or evaluations of the objective, that the inner solver may spend on a step.":
    "So viele Krümmungsprodukte oder Auswertungen der Zielfunktion darf der innere Löser für einen Schritt höchstens aufwenden.",
  "Solver tolerance": "Toleranz des Lösers",
  "Where the inner solver stops: the norm of its residual or gradient, relative to the start of the step.":
    "Wo der innere Löser anhält: die Norm seines Residuums oder Gradienten, relativ zum Anfang des Schritts.",
  "K = 1 until step": "K = 1 bis Schritt",
  "A meta-update at each of the first W steps, then one every K; 0 keeps K from the start.":
    "Ein Meta-Update bei jedem der ersten W Schritte, dann eines alle K; 0 behält K von Anfang an.",
  "Meta-only steps": "Nur-Meta-Schritte",
  "First steps that move φ and leave the weights where they are, so that a bad η₀ does no harm.":
    "Erste Schritte, die φ bewegen und die Gewichte lassen, wo sie sind, damit ein schlechtes η₀ nicht schadet.",
};
