import type { Words } from "../../words";

/** The sections on known methods and on the proximal point. */
export const FAMILY_WORDS: Words = {
  "first order": "erste Ordnung",
  "second order": "zweite Ordnung",
  exact: "exakt",
  "left out": "fehlt",
  "How each method treats each term, and whether it races": "Wie jedes Verfahren jeden Term behandelt, und ob es läuft",
  Method: "Verfahren",
  "in the race": "im Rennen",
  "add to the race": "zum Rennen hinzufügen",
  "Keep each term exact, approximate it, or drop it, and known methods come back. Write {0} for the gradient of the loss on the batch and {1} for its curvature.":
    "Jeden Term exakt lassen, nähern oder weglassen, und bekannte Verfahren kommen heraus. Sei {0} der Gradient des Verlusts auf dem Batch und {1} seine Krümmung.",
  "Take the tangent of the loss and keep WSD. The cheapest point is a step of gradient descent:":
    "Die Tangente des Verlusts nehmen und WSD behalten. Der billigste Punkt ist ein Schritt des Gradientenabstiegs:",
  "Its learning rate is a price, turned over. Take the parabola of the loss and keep WSD. That is a Newton step with damping, which Hessian-free optimization solves for:":
    "Seine Lernrate ist der Kehrwert eines Preises. Die Parabel des Verlusts nehmen und WSD behalten. Das ist ein Newton-Schritt mit Dämpfung, den Hessian-free-Optimierung löst:",
  "Take the tangent of the loss and the parabola of FSD. Near {0} FSD is a parabola, whose curvature {1} is the Gauss-Newton matrix. Where outputs are probabilities that is the Fisher matrix:":
    "Die Tangente des Verlusts nehmen und die Parabel von FSD. Nahe {0} ist FSD eine Parabel, deren Krümmung {1} die Gauß-Newton-Matrix ist. Wo die Ausgaben Wahrscheinlichkeiten sind, ist das die Fisher-Matrix:",
  "The cheapest point is a step of the natural gradient, damped by WSD:":
    "Der billigste Punkt ist ein Schritt des natürlichen Gradienten, gedämpft durch WSD:",
  "All can race: click a row, and the run starts again with that method in it. Natural gradient knows no WSD; here {0} = {1}, unless it is set, bounds its steps, and a slider can take that away. What {2} mean is in the glossary.":
    "Alle können laufen: eine Zeile anklicken, und der Lauf startet neu, mit diesem Verfahren darin. Der natürliche Gradient kennt kein WSD; hier begrenzt {0} = {1}, wenn nichts anderes eingestellt ist, seine Schritte, und ein Regler kann das wegnehmen. Was {2} bedeuten, steht im Glossar.",
  "first and second order": "erste und zweite Ordnung",
  "APO keeps every term exact as well, and pays for it once every {0} steps.":
    "Auch APO behält jeden Term exakt und bezahlt dafür einmal alle {0} Schritte.",
  "Let {0} be any set of weights. Its bill is the loss there and the price of getting there. The weights with the lowest bill are the {1}.":
    "Sei {0} ein beliebiger Satz von Gewichten. Seine Rechnung ist der Verlust dort und der Preis, dorthin zu kommen. Die Gewichte mit der niedrigsten Rechnung sind der {1}.",
  "proximal point": "Proximalpunkt",
  "The proximal point algorithm of Rockafellar has only the last price. It goes to this point again and again. A higher price keeps the point nearer to where it starts.":
    "Der Proximalpunkt-Algorithmus von Rockafellar hat nur den letzten Preis. Er geht immer wieder zu diesem Punkt. Ein höherer Preis hält den Punkt näher an seinem Anfang.",
  "At the lowest bill the slope of the bill is zero. With the last price alone this says:":
    "Bei der niedrigsten Rechnung ist die Steigung der Rechnung null. Mit dem letzten Preis allein heißt das:",
  "The gradient is taken where the step ends. Gradient descent takes it where the step starts. So gradient descent needs no solver, and can step too far. The proximal point needs a solver, and its bill is never above the loss it started from.":
    "Der Gradient wird genommen, wo der Schritt endet. Gradientenabstieg nimmt ihn, wo der Schritt beginnt. Darum braucht Gradientenabstieg keinen Löser, kann aber zu weit gehen. Der Proximalpunkt braucht einen Löser, und seine Rechnung liegt nie über dem Verlust, von dem er ausging.",
};
