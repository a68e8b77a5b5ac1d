import type { Words } from "../../words";

/** Words of the glossary and their sentences. */
export const GLOSSARY_WORDS: Words = {
  "mean over B′ of ρ(f(x; θ′), f(x; θ))": "Mittel über B′ von ρ(f(x; θ′), f(x; θ))",
  parameters: "Parameter",
  "All weights and biases of the network before a step.": "Alle Gewichte und Biases des Netzes vor einem Schritt.",
  lookahead: "Vorausblick",
  "The parameters after the step that is being judged; the network does not have them yet.":
    "Die Parameter nach dem Schritt, der beurteilt wird; das Netz hat sie noch nicht.",
  "θ′ = θ − P g for APO-P, θ − η d for APO-η": "θ′ = θ − P g bei APO-P, θ − η d bei APO-η",
  batch: "Batch",
  "The examples whose loss and gradient a step is made of.":
    "Die Beispiele, aus denen Verlust und Gradient eines Schritts gebildet werden.",
  "second batch": "zweiter Batch",
  "Other examples, drawn for FSD alone; only their inputs are used, never their targets.":
    "Andere Beispiele, allein für FSD gezogen; nur ihre Eingaben werden benutzt, nie ihre Zielwerte.",
  "mean over B′": "Mittel über B′",
  "The average over the examples of the second batch.": "Der Durchschnitt über die Beispiele des zweiten Batchs.",
  "loss on the batch": "Verlust auf dem Batch",
  "The mean loss of the examples in B at the given parameters.":
    "Der mittlere Verlust der Beispiele in B bei den gegebenen Parametern.",
  "output discrepancy": "Abstand der Ausgaben",
  "How far two outputs are apart: half the squared distance for regression, KL for classification.":
    "Wie weit zwei Ausgaben auseinanderliegen: bei Regression der halbe quadrierte Abstand, bei Klassifikation KL.",
  "½ ‖y − y′‖², or KL(old ‖ new)": "½ ‖y − y′‖², oder KL(alt ‖ neu)",
  "Kullback–Leibler divergence": "Kullback-Leibler-Divergenz",
  "How far one distribution over classes is from another; old ‖ new weighs by the outputs before the step, new ‖ old by those after.":
    "Wie weit eine Verteilung über Klassen von einer anderen entfernt ist; alt ‖ neu gewichtet mit den Ausgaben vor dem Schritt, neu ‖ alt mit denen danach.",
  "proximal step": "proximaler Schritt",
  "The step to where Q is least: what a method with unlimited work for each step would take.":
    "Der Schritt dorthin, wo Q am kleinsten ist: was ein Verfahren täte, das für jeden Schritt unbegrenzt rechnen darf.",
  "θ⁺ = argmin over u of J_B(u) + λ_FSD · FSD(u) + λ_WSD · WSD(u)":
    "θ⁺ = argmin über u von J_B(u) + λ_FSD · FSD(u) + λ_WSD · WSD(u)",
  "meta-parameters": "Meta-Parameter",
  "What APO learns: the logarithms of learning rates for APO-η, the matrices A, B and S for APO-P.":
    "Was APO lernt: die Logarithmen der Lernraten bei APO-η, die Matrizen A, B und S bei APO-P.",
  "learning rate": "Lernrate",
  "The factor between a method’s direction and its step.":
    "Der Faktor zwischen der Richtung eines Verfahrens und seinem Schritt.",
  "first learning rate": "erste Lernrate",
  "Where η starts; APO-P starts from P = η₀ times the identity.":
    "Wo η startet; APO-P startet bei P = η₀ mal der Einheitsmatrix.",
  "meta learning rate": "Meta-Lernrate",
  "The step size of the meta-optimizer on φ.": "Die Schrittweite des Meta-Optimierers auf φ.",
  "meta-step": "Meta-Schritt",
  "One step of φ down the gradient of Q: three more forward passes and one more backward pass.":
    "Ein Schritt von φ den Gradienten von Q hinab: drei Vorwärtsdurchgänge mehr und ein Rückwärtsdurchgang mehr.",
  "meta-optimizer": "Meta-Optimierer",
  "The method that moves φ, Adam unless another is chosen; not the one that moves the weights.":
    "Das Verfahren, das φ bewegt, Adam, wenn kein anderes gewählt ist; nicht das, das die Gewichte bewegt.",
  "base optimizer": "Basisoptimierer",
  "The method whose direction APO-η scales: SGD, SGDm, RMSprop or Adam.":
    "Das Verfahren, dessen Richtung APO-η skaliert: SGD, SGDm, RMSprop oder Adam.",
  "Kronecker product": "Kronecker-Produkt",
  "Makes one large matrix of two small ones, so that a layer’s P need never be written out.":
    "Macht aus zwei kleinen Matrizen eine große, sodass das P einer Schicht nie ausgeschrieben werden muss.",
  "A matrix as one long column, its columns under one another.":
    "Eine Matrix als eine lange Spalte, ihre Spalten untereinander.",
  "positive semidefinite": "positiv semidefinit",
  "No eigenvalue below 0: such a P never turns a step uphill on the batch.":
    "Kein Eigenwert unter 0: Ein solches P lenkt einen Schritt auf dem Batch nie bergauf.",
  eigenvalue: "Eigenwert",
  "How long P makes a step along one of its own directions, as a multiple of the gradient there.":
    "Wie lang P einen Schritt entlang einer eigenen Richtung macht, als Vielfaches des Gradienten dort.",
  "est. ±": "gesch. ±",
  "The spectrum of a large layer is estimated by Lanczos quadrature; the figure is the standard error of its geometric mean.":
    "Das Spektrum einer großen Schicht wird durch Lanczos-Quadratur geschätzt; die Zahl ist der Standardfehler seines geometrischen Mittels.",
  "What P would become if it were learned to the end, where a closed form is known.":
    "Was aus P würde, wenn es zu Ende gelernt würde, wo eine geschlossene Form bekannt ist.",
  "first order, second order, exact": "erste Ordnung, zweite Ordnung, exakt",
  "A term of Q replaced by its tangent, by its parabola, or not replaced at all.":
    "Ein Term von Q, ersetzt durch seine Tangente, durch seine Parabel, oder gar nicht ersetzt.",
  "condition number": "Konditionszahl",
  "The largest eigenvalue of the curvature over the smallest; where it is large, one learning rate cannot suit all directions.":
    "Der größte Eigenwert der Krümmung geteilt durch den kleinsten; wo sie groß ist, kann keine einzelne Lernrate zu allen Richtungen passen.",
  "Forward and backward passes of a step, on average, with those of the meta-updates shared out.":
    "Vorwärts- und Rückwärtsdurchgänge eines Schritts, im Durchschnitt, die der Meta-Updates anteilig mitgezählt.",
  "Peak tensors": "Tensoren höchstens",
  "The most bytes that a run’s tensors took at one time, its parameters and state with them.":
    "Die meisten Bytes, die die Tensoren eines Laufs zu einem Zeitpunkt belegt haben, mit Parametern und Zustand.",
  "Train loss": "Trainingsverlust",
  "The mean loss over the whole training set, at the step that stands under the table.":
    "Der mittlere Verlust über die ganze Trainingsmenge, bei dem Schritt, der unter der Tabelle steht.",
  "Test loss": "Testverlust",
  "The same over examples that no run is trained on.": "Dasselbe über Beispiele, auf denen kein Lauf trainiert wird.",
  "ms / step": "ms / Schritt",
  "Milliseconds of a step of this run on this device, without the drawing of charts.":
    "Millisekunden eines Schritts dieses Laufs auf diesem Gerät, ohne das Zeichnen der Diagramme.",
  epochs: "Epochen",
  "Steps counted in passes over the training set.": "Schritte, gezählt in Durchgängen durch die Trainingsmenge.",
  gradients: "Gradienten",
  "Steps counted in gradients that a run has asked for, so that cheap steps and dear ones compare.":
    "Schritte, gezählt in Gradienten, die ein Lauf verlangt hat, damit billige und teure Schritte vergleichbar sind.",
  diverged: "divergiert",
  "The loss is no finite number any more, or a thousand times the first one; the run stops there, and the others go on.":
    "Der Verlust ist keine endliche Zahl mehr, oder das Tausendfache des ersten; der Lauf hält dort an, und die anderen laufen weiter.",
  "16 bit": "16 Bit",
  "Numbers of half the length: bf16 keeps the range of 32 bit and 3 digits, fp16 more digits up to 65,504.":
    "Zahlen von halber Länge: bf16 behält den Bereich von 32 Bit und 3 Stellen, fp16 mehr Stellen bis 65.504.",
};
