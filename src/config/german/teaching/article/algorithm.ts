import type { Words } from "../../words";

/** The sections on Algorithm 1 and K. */
export const ALGORITHM_WORDS: Words = {
  step: "Schritt",
  steps: "Schritte",
  "Solved afresh at every step, as the proximal point does it here, this takes a solver of its own, and up to {0} evaluations of the price. APO learns the rule that turns a gradient into a step, a learning rate {1} or a preconditioner {2}, and improves it once every {3} = {4} {5}. Its forward passes, {6}, and backward passes, {7}, shared by {8} {9}, bring the bill to {10} passes a step: that is what {11} means.":
    "Wird bei jedem Schritt neu gelöst, wie es der Proximalpunkt hier tut, so braucht das einen eigenen Löser und bis zu {0} Auswertungen des Preises. APO lernt die Regel, die aus einem Gradienten einen Schritt macht, eine Lernrate {1} oder einen Vorkonditionierer {2}, und verbessert sie alle {3} = {4} {5}. Ihre Vorwärtsdurchgänge, {6}, und Rückwärtsdurchgänge, {7}, geteilt auf {8} {9}, bringen die Rechnung auf {10} Durchgänge je Schritt: Das heißt {11}.",
  "{0} forward + {1} backward": "{0} vorwärts + {1} rückwärts",
  amortized: "amortisiert",
  "Draw a batch and take the gradient of its loss.": "Einen Batch ziehen und den Gradienten seines Verlusts nehmen.",
  "Draw other inputs, to see what a step does elsewhere.":
    "Andere Eingaben ziehen, um zu sehen, was ein Schritt anderswo tut.",
  "Take the step on trial, with φ as it is. The network stays where it is.":
    "Den Schritt auf Probe machen, mit φ, wie es ist. Das Netz bleibt, wo es ist.",
  "Add up what the trial costs.": "Zusammenzählen, was die Probe kostet.",
  "Move φ so that the trial would have cost less.": "φ so bewegen, dass die Probe weniger gekostet hätte.",
  "Take the step in earnest, on B, with φ as it is now.":
    "Den Schritt im Ernst machen, auf B, mit φ, wie es jetzt ist.",
  "This is one step of APO. {0} The others do only those without a rule at their side. A button shows that line at work on the step to come.":
    "Das ist ein Schritt von APO. {0} Die anderen führen nur die ohne Strich am Rand aus. Ein Knopf zeigt diese Zeile bei der Arbeit am kommenden Schritt.",
  "A step whose number is a multiple of K does all lines.":
    "Ein Schritt, dessen Nummer ein Vielfaches von K ist, führt alle Zeilen aus.",
  "Stage {0}: {1}": "Stufe {0}: {1}",
  "The walk needs APO in the race, at rest, on a task whose function is drawn: pause it, add APO, or choose the sine.":
    "Der Rundgang braucht APO im Rennen, in Ruhe, bei einer Aufgabe, deren Funktion gezeichnet wird: anhalten, APO hinzufügen oder den Sinus wählen.",
  "A meta-update serves {0} steps. A long interval shares its cost among many. It also lets {1} hear of a change late: of a moved price, or of a loss that has become steeper.":
    "Ein Meta-Update dient {0} Schritten. Ein langes Intervall verteilt seine Kosten auf viele. Es lässt {1} aber auch spät von einer Änderung erfahren: von einem bewegten Preis oder einem Verlust, der steiler geworden ist.",
  "Passes over a batch for each step, on average": "Durchgänge durch einen Batch je Schritt, im Durchschnitt",
  Forward: "Vorwärts",
  Backward: "Rückwärts",
  "{0}, now": "{0}, jetzt",
};
