import type { Words } from "../../words";

/** Methods and their summaries. */
export const METHOD_TABLE_WORDS: Words = {
  "APO that learns a Kronecker-factored preconditioner P.":
    "APO, das einen Kronecker-faktorisierten Vorkonditionierer P lernt.",
  "APO that learns the learning rate η of SGD, SGDm, RMSprop or Adam: one for all layers, or one for each.":
    "APO, das die Lernrate η von SGD, SGDm, RMSprop oder Adam lernt: eine für alle Schichten, oder eine für jede.",
  "Gradient descent on minibatches with a fixed or scheduled learning rate.":
    "Gradientenabstieg auf Minibatches mit fester oder geplanter Lernrate.",
  "SGD with momentum.": "SGD mit Momentum.",
  "The gradient over its root mean square (Tieleman and Hinton 2012), bias-corrected, without momentum.":
    "Der Gradient geteilt durch sein quadratisches Mittel (Tieleman und Hinton 2012), mit Bias-Korrektur, ohne Momentum.",
  "Adam with bias correction (Kingma and Ba 2015).": "Adam mit Bias-Korrektur (Kingma und Ba 2015).",
  "Kronecker-factored natural gradient (Martens and Grosse 2015), true Fisher, factored damping.":
    "Kronecker-faktorisierter natürlicher Gradient (Martens und Grosse 2015), wahre Fisher-Matrix, faktorisierte Dämpfung.",
  "KFAC's eigenbases with the Fisher's own diagonal in them (George et al. 2018), sampled targets.":
    "KFACs Eigenbasen mit der eigenen Diagonale der Fisher-Matrix darin (George et al. 2018), gezogene Zielwerte.",
  "The gradient between inverse fourth roots of its accumulated row and column moments (Gupta et al. 2018).":
    "Der Gradient zwischen inversen vierten Wurzeln seiner angesammelten Zeilen- und Spaltenmomente (Gupta et al. 2018).",
  "Gradient descent": "Gradientenabstieg",
  "The proximal step with a first-order loss and WSD alone: SGD with η = 1/λ_WSD.":
    "Der proximale Schritt mit dem Verlust in erster Ordnung und WSD allein: SGD mit η = 1/λ_WSD.",
  "Natural gradient": "Natürlicher Gradient",
  "The proximal step with a first-order loss and the exact curvature of FSD, by conjugate gradients.":
    "Der proximale Schritt mit dem Verlust in erster Ordnung und der exakten Krümmung von FSD, mit konjugierten Gradienten.",
  "The proximal step with a Gauss-Newton model of the loss and WSD, by conjugate gradients (Martens 2010).":
    "Der proximale Schritt mit einem Gauß-Newton-Modell des Verlusts und WSD, mit konjugierten Gradienten (Martens 2010).",
  "Proximal point": "Proximalpunkt",
  "The exact proximal step: the whole objective minimised anew in every step, by L-BFGS.":
    "Der exakte proximale Schritt: die ganze Zielfunktion bei jedem Schritt neu minimiert, mit L-BFGS.",
};
