import type { Words } from "../../words";

/** The scenes lambda-wsd. */
export const LAMBDA_WSD_SCENE_WORDS: Words = {
  "Let it learn a P. The eigenvalues of P reach from {0} to {1}: the largest is five times the smallest or more. Where the loss is flat, the steps are long.":
    "Ein P lernen lassen. Die Eigenwerte von P reichen von {0} bis {1}: Der größte ist mindestens fünfmal der kleinste. Wo der Verlust flach ist, sind die Schritte lang.",
  "Let it learn a P. APO-P learns a matrix P, from gradient to step. Its eigenvalues are step lengths, one for each direction. Press Play, and let it come to the end.":
    "Ein P lernen lassen. APO-P lernt eine Matrix P, vom Gradienten zum Schritt. Ihre Eigenwerte sind Schrittlängen, eine für jede Richtung. Abspielen drücken und bis zum Ende laufen lassen.",
  "λ_WSD is 10 now. P’s eigenvalues reach from {0} to {1}: none is above 1/λ_WSD, and the largest is at most one and a half times the smallest. A price on weights is the same in all directions.":
    "λ_WSD ist jetzt 10. Die Eigenwerte von P reichen von {0} bis {1}: Keiner liegt über 1/λ_WSD, und der größte ist höchstens anderthalbmal der kleinste. Ein Preis auf Gewichte ist in allen Richtungen gleich.",
  "Go back to the start. Press Reset: the same seed, the same data, and P as it was before it learned. Make weights dear. λ_WSD is what moving the weights costs, whatever it does to the outputs. Move it to 10 or more. And learn again. Press Play, and let it come to the end.":
    "Zurück zum Anfang. Zurücksetzen drücken: derselbe Startwert, dieselben Daten, und P, wie es vor dem Lernen war.\nGewichte teuer machen. λ_WSD ist, was die Bewegung der Gewichte kostet, was sie auch mit den Ausgaben macht. Auf 10 oder mehr stellen.\nUnd neu lernen. Abspielen drücken und bis zum Ende laufen lassen.",
  "λ_WSD is 0.10 now. λ_FSD is 10 now. P reaches from {0} to {1}: the smallest is half of the first or less, the largest is still five times the smallest or more. λ_FSD shortens what outputs feel; λ_WSD all.":
    "λ_WSD ist jetzt 0,10. λ_FSD ist jetzt 10. P reicht von {0} bis {1}: Der kleinste Eigenwert ist höchstens halb so groß wie zuerst, der größte ist noch immer mindestens fünfmal der kleinste. λ_FSD verkürzt, was die Ausgaben spüren; λ_WSD alles.",
  "Now the other price. Press Reset once more. Weights cheap, Move λ_WSD back to 0.1 or less. outputs dear. Move λ_FSD to 10 or more: now a step is charged for how far it moves the outputs, and a direction that moves none costs nothing. And compare. Press Play, and let it come to the end.":
    "Nun der andere Preis. Noch einmal Zurücksetzen drücken.\nGewichte billig, λ_WSD zurück auf 0,1 oder weniger stellen.\nAusgaben teuer. λ_FSD auf 10 oder mehr stellen: Jetzt kostet ein Schritt danach, wie weit er die Ausgaben bewegt, und eine Richtung, die keine bewegt, kostet nichts.\nUnd vergleichen. Abspielen drücken und bis zum Ende laufen lassen.",
};
