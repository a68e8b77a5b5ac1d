import type { Words } from "../../words";

/** What the exercises say of an answer. */
export const EXERCISE_MARK_WORDS: Words = {
  "It is one over the sum of the loss’s curvature and both prices’.":
    "Es ist eins durch die Summe aus der Krümmung des Verlusts und denen der beiden Preise.",
  "This is how much the bill bends. P is one over it.":
    "Das ist, wie sehr sich die Rechnung krümmt. P ist eins durch diese Zahl.",
  "The price of moving the weights bends the bill, too: add λ_WSD.":
    "Auch der Preis für die Bewegung der Gewichte krümmt die Rechnung: λ_WSD addieren.",
  "This is the linearised form. Algorithm 1 keeps the loss as it is: its own curvature is missing.":
    "Das ist die linearisierte Form. Algorithmus 1 behält den Verlust, wie er ist: Seine eigene Krümmung fehlt.",
  "This is the step without prices. Each price bends the bill further.":
    "Das ist der Schritt ohne Preise. Jeder Preis krümmt die Rechnung weiter.",
  "Add what bends the bill: the loss’s curvature, λ_FSD times it, and λ_WSD. Then take one over the sum.":
    "Addieren, was die Rechnung krümmt: die Krümmung des Verlusts, λ_FSD mal diese, und λ_WSD. Dann eins durch die Summe nehmen.",
  "The step’s own pass, and the meta-update’s passes shared by K steps.":
    "Der eigene Durchgang des Schritts, und die Durchgänge des Meta-Updates, geteilt auf K Schritte.",
  "Each step has a forward pass of its own as well.": "Jeder Schritt hat auch einen eigenen Vorwärtsdurchgang.",
  "This is a step without a meta-update. Share its passes out, and add them.":
    "Das ist ein Schritt ohne Meta-Update. Dessen Durchgänge aufteilen und addieren.",
  "This is a step with a meta-update. Only one step of K has one.":
    "Das ist ein Schritt mit Meta-Update. Nur einer von K Schritten hat eines.",
  "Divide the forward passes of a meta-update by K, and add those of the step itself.":
    "Die Vorwärtsdurchgänge eines Meta-Updates durch K teilen und die des Schritts selbst addieren.",
  "With λ_WSD at 0 every part of the bill is a multiple of the curvature, so all directions shrink by one factor.":
    "Bei λ_WSD gleich 0 ist jeder Teil der Rechnung ein Vielfaches der Krümmung, also schrumpfen alle Richtungen um denselben Faktor.",
  "Where the curvature is large, λ_FSD times it is most of the bill. Where it is small, λ_WSD is, and stays.":
    "Wo die Krümmung groß ist, macht λ_FSD mal diese das meiste der Rechnung aus. Wo sie klein ist, tut es λ_WSD, und das bleibt.",
  "λ_WSD bends all directions by the same amount, and does not change. Ask where it is most of the sum.":
    "λ_WSD krümmt alle Richtungen gleich viel und ändert sich nicht. Zu fragen ist, wo es das meiste der Summe ausmacht.",
  "With λ_WSD at 0 nothing in the sum stays as it is. Write both ratios out.":
    "Bei λ_WSD gleich 0 bleibt in der Summe nichts, wie es ist. Beide Verhältnisse ausschreiben.",
  "What grows is λ_FSD times the curvature. Ask in which direction that is most of the sum.":
    "Was wächst, ist λ_FSD mal die Krümmung. Zu fragen ist, in welcher Richtung das das meiste der Summe ausmacht.",
};
