import type { Words } from "../../words";

/** The sections on what is learned, the ideal and the spectrum. */
export const LEARNED_SECTION_WORDS: Words = {
  "Where the loss is a parabola with the same curvature {0} for every batch, and FSD one with the curvature {1}, it can be said where {2} ends. Linear regression is such a task.":
    "Wo der Verlust eine Parabel mit derselben Krümmung {0} für jeden Batch ist und FSD eine mit der Krümmung {1}, lässt sich sagen, wo {2} endet. Lineare Regression ist eine solche Aufgabe.",
  "This is the curve that the chart of eigenvalues calls {0}. Keep only the tangent of the loss, as natural gradient does, and {1} is missing:":
    "Das ist die Kurve, die das Diagramm der Eigenwerte {0} nennt. Wird nur die Tangente des Verlusts behalten, wie beim natürlichen Gradienten, fehlt {1}:",
  "The chart draws this form as well, as {0}. Algorithm 1 does not go there, for it keeps the loss as it is. With a single learning rate in the place of {1} the same sum gives:":
    "Das Diagramm zeichnet auch diese Form, als {0}. Algorithmus 1 geht nicht dorthin, denn er behält den Verlust, wie er ist. Mit einer einzelnen Lernrate anstelle von {1} ergibt dieselbe Summe:",
  "The prices of now, {0} = {1} and {2} = {3}, are in the drawn curve: move them, and it moves.":
    "Die jetzigen Preise, {0} = {1} und {2} = {3}, stecken in der gezeichneten Kurve: Bewegen sie sich, bewegt sie sich.",
  "See it in the chart": "Im Diagramm ansehen",
  "Open the task where it holds": "Die Aufgabe öffnen, bei der es gilt",
  "APO-η learns learning rates: {0} is the logarithm of the learning rate of SGD, SGDm, RMSprop or Adam, one for all layers or one for each. APO-P learns a matrix for each layer that turns a gradient into a step:":
    "APO-η lernt Lernraten: {0} ist der Logarithmus der Lernrate von SGD, SGDm, RMSprop oder Adam, eine für alle Schichten oder eine für jede. APO-P lernt für jede Schicht eine Matrix, die aus einem Gradienten einen Schritt macht:",
  "It is {0} for any {1}, {2} and {3}. The {4} is never written out. A step is made of products with the gradient as a matrix:":
    "Sie ist {0} für alle {1}, {2} und {3}. Das {4} wird nie ausgeschrieben. Ein Schritt besteht aus Produkten mit dem Gradienten als Matrix:",
  "The form is that of EKFAC, which has a basis for a layer’s inputs, one for its outputs, and a scale for each pair of directions:":
    "Die Form ist die von EKFAC, das eine Basis für die Eingaben einer Schicht hat, eine für ihre Ausgaben, und eine Skala für jedes Paar von Richtungen:",
  "EKFAC finds the bases by factorizing an estimate of the curvature, and turns the scales over. APO-P learns all of it down the slope of {0}, and what it learns is the turned-over matrix itself. So nothing has to be inverted. An inverse asks for a matrix that has one, and for damping where it hardly has. Products ask for neither.":
    "EKFAC findet die Basen, indem es eine Schätzung der Krümmung faktorisiert, und nimmt die Kehrwerte der Skalen. APO-P lernt alles das den Abhang von {0} hinab, und was es lernt, ist schon die umgekehrte Matrix selbst. Also muss nichts invertiert werden. Eine Inverse verlangt eine Matrix, die eine hat, und Dämpfung, wo sie kaum eine hat. Produkte verlangen keines von beiden.",
  "An {0} of {1} says how far a step goes along one direction for each unit of gradient there. The chart of eigenvalues shows which directions APO has learned to take in long steps, and which in short ones. If all are equal, {2} is a plain learning rate. The wider they spread, the more unlike the directions are to {3}.":
    "Ein {0} von {1} sagt, wie weit ein Schritt entlang einer Richtung geht, je Einheit des Gradienten dort. Das Diagramm der Eigenwerte zeigt, welche Richtungen APO in langen Schritten zu gehen gelernt hat und welche in kurzen. Sind alle gleich, ist {2} eine einfache Lernrate. Je weiter sie auseinanderliegen, desto verschiedener sind die Richtungen für {3}.",
  "By the formula above a direction that bends the bill much has a small eigenvalue, and one that bends it little a large one. No eigenvalue of the ideal is above 1 / {0}.":
    "Nach der Formel oben hat eine Richtung, die die Rechnung stark krümmt, einen kleinen Eigenwert, und eine, die sie wenig krümmt, einen großen. Kein Eigenwert des Ideals liegt über 1 / {0}.",
  "On a network {0} and {1} change as it learns. So there the chart has no ideal, and {2} follows what it met lately.":
    "Bei einem Netz ändern sich {0} und {1}, während es lernt. Darum hat das Diagramm dort kein Ideal, und {2} folgt dem, was ihm zuletzt begegnet ist.",
  "On the task of now the curvature runs from {0} to {1}. That is a {2} of {3}.":
    "Bei der jetzigen Aufgabe reicht die Krümmung von {0} bis {1}. Das ist eine {2} von {3}.",
  "The trial step is P times the gradient.": "Der Probeschritt ist P mal der Gradient.",
  "The loss is a parabola, so this is what it is after the step, with nothing left out.":
    "Der Verlust ist eine Parabel, also ist das sein Wert nach dem Schritt, ohne dass etwas fehlt.",
  "FSD and WSD are parabolas with their lowest point where the step starts. With their prices they are:":
    "FSD und WSD sind Parabeln, deren tiefster Punkt am Anfang des Schritts liegt. Mit ihren Preisen sind sie:",
  "All that bends the bill stands in one matrix.": "Alles, was die Rechnung krümmt, steht in einer Matrix.",
  "So the whole bill is:": "Die ganze Rechnung ist also:",
  "Averaged over gradients, its slope in P is:": "Über Gradienten gemittelt, ist ihre Steigung in P:",
  "Where gradients point in all directions, the slope is zero for this P and no other:":
    "Wo Gradienten in alle Richtungen zeigen, ist die Steigung für dieses P null und für kein anderes:",
};
