import type { Words } from "../../words";

/** The lesson about λ_WSD. */
export const LAMBDA_WSD_WORDS: Words = {
  "What λ_WSD does, and how it differs": "Was λ_WSD tut, und was daran anders ist",
  "The price of moving the weights: it bounds the steps in every direction, also where no output moves.":
    "Der Preis dafür, die Gewichte zu bewegen: Er begrenzt die Schritte in jeder Richtung, auch dort, wo sich keine Ausgabe bewegt.",
  "Let it learn a P.": "Ein P lernen lassen.",
  "APO-P learns a matrix P, from gradient to step. Its eigenvalues are step lengths, one for each direction. Press Play, and let it come to the end.":
    "APO-P lernt eine Matrix P, vom Gradienten zum Schritt. Ihre Eigenwerte sind Schrittlängen, eine für jede Richtung. Abspielen drücken und bis zum Ende laufen lassen.",
  "Press Play, or Space. The eigenvalues of P are the fourth chart.":
    "Abspielen drücken oder die Leertaste. Die Eigenwerte von P sind das vierte Diagramm.",
  "The eigenvalues of P reach from {0} to {1}: the largest is five times the smallest or more. Where the loss is flat, the steps are long.":
    "Die Eigenwerte von P reichen von {0} bis {1}: Der größte ist mindestens fünfmal der kleinste. Wo der Verlust flach ist, sind die Schritte lang.",
  "Go back to the start.": "Zurück zum Anfang.",
  "Press Reset: the same seed, the same data, and P as it was before it learned.":
    "Zurücksetzen drücken: derselbe Startwert, dieselben Daten, und P, wie es vor dem Lernen war.",
  "The race stands at step 0. What you set now is what it starts with.":
    "Das Rennen steht bei Schritt 0. Was jetzt eingestellt wird, damit startet es.",
  "Make weights dear.": "Gewichte teuer machen.",
  "λ_WSD is what moving the weights costs, whatever it does to the outputs. Move it to 10 or more.":
    "λ_WSD ist, was die Bewegung der Gewichte kostet, was sie auch mit den Ausgaben macht. Auf 10 oder mehr stellen.",
  "Drag the slider λ_WSD to the right, or type 10 while it has the focus. On a phone it is behind Controls.":
    "Den Regler λ_WSD nach rechts ziehen, oder 10 eintippen, während er den Fokus hat. Auf dem Handy ist er hinter Steuerung.",
  "λ_WSD stands at {0}; λ_FSD is as it was.": "λ_WSD steht bei {0}; λ_FSD ist, wie es war.",
  "And learn again.": "Und neu lernen.",
  "Press Play, and let it come to the end.": "Abspielen drücken und bis zum Ende laufen lassen.",
  "Press Play, and watch the eigenvalues.": "Abspielen drücken und die Eigenwerte beobachten.",
  "P’s eigenvalues reach from {0} to {1}: none is above 1/λ_WSD, and the largest is at most one and a half times the smallest. A price on weights is the same in all directions.":
    "Die Eigenwerte von P reichen von {0} bis {1}: Keiner liegt über 1/λ_WSD, und der größte ist höchstens anderthalbmal der kleinste. Ein Preis auf Gewichte ist in allen Richtungen gleich.",
  "Now the other price.": "Nun der andere Preis.",
  "Press Reset once more.": "Noch einmal Zurücksetzen drücken.",
  "Weights cheap,": "Gewichte billig,",
  "Move λ_WSD back to 0.1 or less.": "λ_WSD zurück auf 0,1 oder weniger stellen.",
  "Drag λ_WSD to the left, or type 0.1 on it.": "λ_WSD nach links ziehen oder darauf 0,1 eintippen.",
  "Moving weights is cheap again.": "Gewichte zu bewegen ist wieder billig.",
  "outputs dear.": "Ausgaben teuer.",
  "Move λ_FSD to 10 or more: now a step is charged for how far it moves the outputs, and a direction that moves none costs nothing.":
    "λ_FSD auf 10 oder mehr stellen: Jetzt kostet ein Schritt danach, wie weit er die Ausgaben bewegt, und eine Richtung, die keine bewegt, kostet nichts.",
  "Drag the slider λ_FSD to the right, or type 10 on it.":
    "Den Regler λ_FSD nach rechts ziehen oder darauf 10 eintippen.",
  "λ_FSD stands at {0}.": "λ_FSD steht bei {0}.",
  "And compare.": "Und vergleichen.",
  "P reaches from {0} to {1}: the smallest is half of the first or less, the largest is still five times the smallest or more. λ_FSD shortens what outputs feel; λ_WSD all.":
    "P reicht von {0} bis {1}: Der kleinste Eigenwert ist höchstens halb so groß wie zuerst, der größte ist noch immer mindestens fünfmal der kleinste. λ_FSD verkürzt, was die Ausgaben spüren; λ_WSD alles.",
};
