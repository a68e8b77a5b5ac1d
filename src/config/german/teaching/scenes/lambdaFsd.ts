import type { Words } from "../../words";

/** The scenes lambda-fsd. */
export const LAMBDA_FSD_SCENE_WORDS: Words = {
  "Let it train. The chart of η shows what APO-η has chosen. Now it stands at {0}.":
    "Trainieren lassen. Das Diagramm von η zeigt, was APO-η gewählt hat. Jetzt steht es bei {0}.",
  "Let it train. One network learns a sine. Nobody sets its learning rate: APO-η moves η to make Q small. Press Play, and let it come to step 100.":
    "Trainieren lassen. Ein Netz lernt einen Sinus. Niemand stellt seine Lernrate ein: APO-η bewegt η so, dass Q klein wird. Abspielen drücken und bis Schritt 100 laufen lassen.",
  "Hold it. λ_FSD, the price of FSD, stands at {0}. At the last meta-update moving the outputs was {1} of the bill: APO-η keeps away from what is dear.":
    "Anhalten. λ_FSD, der Preis von FSD, steht bei {0}. Beim letzten Meta-Update machte die Bewegung der Ausgaben {1} der Rechnung aus: APO-η hält sich fern von dem, was teuer ist.",
  "Hold it. Q is a bill: the loss after the step, and what moving costs. Here moving the weights is free, so what is left is the price of moving the outputs, FSD. Press Pause.":
    "Anhalten. Q ist eine Rechnung: der Verlust nach dem Schritt, und was die Bewegung kostet. Hier ist es umsonst, die Gewichte zu bewegen; es bleibt der Preis für die Bewegung der Ausgaben, FSD. Anhalten drücken.",
  "λ_FSD becomes 10 at step 120. APO-η reads the new bill every second step, and moves η a little each time.":
    "λ_FSD wird bei Schritt 120 zu 10. APO-η liest die neue Rechnung bei jedem zweiten Schritt und bewegt η jedes Mal ein wenig.",
  "Raise the price. Move λ_FSD to 10 or more: outputs get ten times as dear. Train on. APO-η reads the new bill every second step, and moves η a little each time. Press Play, and let it take 100 steps more.":
    "Den Preis erhöhen. λ_FSD auf 10 oder mehr stellen: Die Ausgaben werden zehnmal so teuer.\nWeiter trainieren. APO-η liest die neue Rechnung bei jedem zweiten Schritt und bewegt η jedes Mal ein wenig. Abspielen drücken und 100 weitere Schritte laufen lassen.",
  "Train on. λ_FSD becomes 10 at step 120. Before the move η was {0}. Now it is {1}: in 100 steps it falls to half or less.":
    "Weiter trainieren. λ_FSD wird bei Schritt 120 zu 10. Vor der Änderung war η {0}. Jetzt ist es {1}: In 100 Schritten fällt es auf die Hälfte oder weniger.",
  "Look back. Here η was {0}. The race itself stands where it was.":
    "Zurückblicken. Hier war η {0}. Das Rennen selbst steht, wo es war.",
  "Look back. Every step is kept. Move the slider of past steps to before your move: all charts show the race as it was then.":
    "Zurückblicken. Jeder Schritt wird aufbewahrt. Den Regler der vergangenen Schritte vor die Änderung stellen: Alle Diagramme zeigen das Rennen, wie es damals war.",
  "λ_FSD becomes 0.10 at step 220. Make it cheap. And train on.":
    "λ_FSD wird bei Schritt 220 zu 0,10. Billig machen. Und weiter trainieren.",
  "Make it cheap. Now the other way. Move λ_FSD to 0.1 or less: outputs may move almost for nothing. And train on. Press Play for another 100 steps, and watch η.":
    "Billig machen. Nun umgekehrt. λ_FSD auf 0,1 oder weniger stellen: Die Ausgaben dürfen sich fast umsonst bewegen.\nUnd weiter trainieren. Abspielen drücken, weitere 100 Schritte laufen lassen und η beobachten.",
  "And train on. λ_FSD becomes 0.10 at step 220. Before this move η was {0}. Now it is {1}: it climbs to more than twice as much. You set a price; APO found the rate.":
    "Und weiter trainieren. λ_FSD wird bei Schritt 220 zu 0,10. Vor dieser Änderung war η {0}. Jetzt ist es {1}: Es steigt auf mehr als das Doppelte. Gesetzt war ein Preis; die Rate hat APO gefunden.",
};
