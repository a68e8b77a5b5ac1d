import type { Words } from "../../words";

/** The article's head, prices and sources. */
export const ARTICLE_WORDS: Words = {
  "under 1 %": "unter 1 %",
  "The rest of the article is still on its way: a slow line can do that.":
    "Der Rest des Artikels ist noch unterwegs: Eine langsame Leitung kann das machen.",
  "Every optimizer answers this at every step. Gradient descent takes the answer from a learning rate somebody chose. Amortized Proximal Optimization takes it from a price list.":
    "Jeder Optimierer beantwortet das bei jedem Schritt. Gradientenabstieg nimmt die Antwort aus einer Lernrate, die jemand gewählt hat. Amortized Proximal Optimization nimmt sie aus einer Preisliste.",
  "A candidate step {0} is charged for the {1} it leaves on this batch, for how far it moves the network’s outputs on other data, the {2} (FSD), and for how far it moves the weights, the {3} (WSD). The best step is the cheapest one.":
    "Ein möglicher Schritt zu {0} kostet den {1}, den er auf diesem Batch übrig lässt, dazu, wie weit er die Ausgaben des Netzes auf anderen Daten bewegt, den {2} (FSD), und wie weit er die Gewichte bewegt, den {3} (WSD). Der beste Schritt ist der billigste.",
  loss: "Verlust",
  "All methods here see the same data, the same start and the same batches in the same order, and each starts from settings tuned with the same budget where the table says so. APO looks one step ahead and no further. What that is good for, and where it loses, is seen in these presets, on every seed they were tested on.":
    "Alle Verfahren hier sehen dieselben Daten, denselben Anfang und dieselben Batches in derselben Reihenfolge, und jedes startet mit Einstellungen, die mit demselben Aufwand abgestimmt sind, wo die Tabelle es sagt. APO blickt einen Schritt voraus und nicht weiter. Wofür das gut ist und wo es verliert, zeigen diese Vorlagen, mit jedem Startwert, mit dem sie geprüft wurden.",
  "What the poster claims, with its numbers, stands beside what this page’s methods come to: {0}":
    "Was das Poster behauptet, mit seinen Zahlen, steht neben dem, worauf die Verfahren dieser Seite kommen: {0}",
  "The poster, here": "Das Poster, hier",
  "Q, {0}, is loss {1} plus lambda FSD {2} times FSD {3} plus lambda WSD {4} times WSD {5}":
    "Q, {0}, ist Verlust {1} plus Lambda FSD {2} mal FSD {3} plus Lambda WSD {4} mal WSD {5}",
  "{0}{1}{2} and the same move costs more, so the cheapest step changes the outputs less, and {3} {4}":
    "{0}{1}{2} erhöht, so kostet dieselbe Bewegung mehr; also ändert der billigste Schritt die Ausgaben weniger, und {3} {4}",
  "At step {0} moving the outputs accounts for {1} of {2}, moving the weights for {3}.":
    "Bei Schritt {0} macht die Bewegung der Ausgaben {1} von {2} aus, die Bewegung der Gewichte {3}.",
  Raise: "Wird",
  "falls.": "fällt.",
  "Preset {0}: {1}": "Vorlage {0}: {1}",
  "What the letters mean:": "Was die Zeichen bedeuten:",
  "all words": "alle Wörter",
  "{0} is the price of what a step does to the outputs. {1} is the price of what it does to the weights. To WSD all directions are alike. FSD asks what a direction does: one that the outputs do not feel is free, one that turns them over is dear.":
    "{0} ist der Preis dessen, was ein Schritt mit den Ausgaben macht. {1} ist der Preis dessen, was er mit den Gewichten macht. Für WSD sind alle Richtungen gleich. FSD fragt, was eine Richtung bewirkt: Eine, die die Ausgaben nicht spüren, ist umsonst, eine, die sie umwirft, ist teuer.",
  "So {0} shapes the step, and {1} bounds it where the outputs feel nothing. With both at zero only the loss on the batch is left: the cheapest step then fits this batch, whatever that does elsewhere.":
    "So formt {0} den Schritt, und {1} begrenzt ihn, wo die Ausgaben nichts spüren. Sind beide null, bleibt nur der Verlust auf dem Batch: Der billigste Schritt passt sich dann diesem Batch an, was immer das anderswo bewirkt.",
  "Grids, starting values and the direction of the KL divergence are choices of this page, not the paper’s.":
    "Gitter, Anfangswerte und die Richtung der KL-Divergenz sind von dieser Seite gewählt, nicht vom Artikel der Autoren.",
};
