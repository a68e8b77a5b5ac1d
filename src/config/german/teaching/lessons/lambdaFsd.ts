import type { Words } from "../../words";

/** The lesson about λ_FSD. */
export const LAMBDA_FSD_WORDS: Words = {
  "What λ_FSD does": "Was λ_FSD tut",
  "The price of moving the network’s outputs: raise it, and APO takes shorter steps by itself.":
    "Der Preis dafür, die Ausgaben des Netzes zu bewegen: Steigt er, macht APO von selbst kürzere Schritte.",
  "Let it train.": "Trainieren lassen.",
  "One network learns a sine. Nobody sets its learning rate: APO-η moves η to make Q small. Press Play, and let it come to step 100.":
    "Ein Netz lernt einen Sinus. Niemand stellt seine Lernrate ein: APO-η bewegt η so, dass Q klein wird. Abspielen drücken und bis Schritt 100 laufen lassen.",
  "Play is in the bar, or press Space. The race goes on until you pause it.":
    "Abspielen ist in der Leiste; die Leertaste tut dasselbe. Das Rennen läuft, bis es angehalten wird.",
  "The chart of η shows what APO-η has chosen. Now it stands at {0}.":
    "Das Diagramm von η zeigt, was APO-η gewählt hat. Jetzt steht es bei {0}.",
  "Hold it.": "Anhalten.",
  "Q is a bill: the loss after the step, and what moving costs. Here moving the weights is free, so what is left is the price of moving the outputs, FSD. Press Pause.":
    "Q ist eine Rechnung: der Verlust nach dem Schritt, und was die Bewegung kostet. Hier ist es umsonst, die Gewichte zu bewegen; es bleibt der Preis für die Bewegung der Ausgaben, FSD. Anhalten drücken.",
  "Pause stands where Play was; Space does the same. If the race has ended, Play starts it again.":
    "Anhalten steht, wo Abspielen war; die Leertaste tut dasselbe. Ist das Rennen zu Ende, startet Abspielen es neu.",
  "λ_FSD, the price of FSD, stands at {0}. At the last meta-update moving the outputs was {1} of the bill: APO-η keeps away from what is dear.":
    "λ_FSD, der Preis von FSD, steht bei {0}. Beim letzten Meta-Update machte die Bewegung der Ausgaben {1} der Rechnung aus: APO-η hält sich fern von dem, was teuer ist.",
  "Raise the price.": "Den Preis erhöhen.",
  "Move λ_FSD to 10 or more: outputs get ten times as dear.":
    "λ_FSD auf 10 oder mehr stellen: Die Ausgaben werden zehnmal so teuer.",
  "Drag the slider λ_FSD to the right, or type 10 while it has the focus. On a phone it is behind Controls.":
    "Den Regler λ_FSD nach rechts ziehen, oder 10 eintippen, während er den Fokus hat. Auf dem Handy ist er hinter Steuerung.",
  "Nothing has moved yet: the price acts in the next step.":
    "Noch hat sich nichts bewegt: Der Preis wirkt im nächsten Schritt.",
  "Train on.": "Weiter trainieren.",
  "APO-η reads the new bill every second step, and moves η a little each time. Press Play, and let it take 100 steps more.":
    "APO-η liest die neue Rechnung bei jedem zweiten Schritt und bewegt η jedes Mal ein wenig. Abspielen drücken und 100 weitere Schritte laufen lassen.",
  "Leave λ_FSD at 10 or more. Press Play, and watch the chart of η right of the rule that your move has left. A race that is over goes on with Continue the race.":
    "λ_FSD bei 10 oder mehr lassen. Abspielen drücken und das Diagramm von η beobachten, rechts von der Linie, die die Änderung hinterlassen hat. Ein Rennen, das zu Ende ist, geht mit Rennen fortsetzen weiter.",
  "Before the move η was {0}. Now it is {1}: in 100 steps it falls to half or less.":
    "Vor der Änderung war η {0}. Jetzt ist es {1}: In 100 Schritten fällt es auf die Hälfte oder weniger.",
  "What will η do in the next 100 steps?": "Was wird η in den nächsten 100 Schritten tun?",
  "It rises.": "Es steigt.",
  "It stays within a tenth.": "Es bleibt bis auf ein Zehntel gleich.",
  "It falls, but not to half.": "Es fällt, aber nicht auf die Hälfte.",
  "It falls to half or less.": "Es fällt auf die Hälfte oder weniger.",
  "Look back.": "Zurückblicken.",
  "Every step is kept. Move the slider of past steps to before your move: all charts show the race as it was then.":
    "Jeder Schritt wird aufbewahrt. Den Regler der vergangenen Schritte vor die Änderung stellen: Alle Diagramme zeigen das Rennen, wie es damals war.",
  "It is the long slider under the charts. The mark on it is your move; go left of it.":
    "Es ist der lange Regler unter den Diagrammen. Die Marke darauf ist die Änderung; links davon ist vorher.",
  "Here η was {0}. The race itself stands where it was.": "Hier war η {0}. Das Rennen selbst steht, wo es war.",
  "Make it cheap.": "Billig machen.",
  "Now the other way. Move λ_FSD to 0.1 or less: outputs may move almost for nothing.":
    "Nun umgekehrt. λ_FSD auf 0,1 oder weniger stellen: Die Ausgaben dürfen sich fast umsonst bewegen.",
  "Drag λ_FSD to the left, or type 0.1 on it. It acts in the next step of the race, whatever step you look at.":
    "λ_FSD nach links ziehen oder darauf 0,1 eintippen. Es wirkt im nächsten Schritt des Rennens, welcher Schritt auch gezeigt wird.",
  "The bill is now nearly the loss alone.": "Die Rechnung ist nun fast der Verlust allein.",
  "And train on.": "Und weiter trainieren.",
  "Press Play for another 100 steps, and watch η.":
    "Abspielen drücken, weitere 100 Schritte laufen lassen und η beobachten.",
  "Leave λ_FSD at 0.1 or less, and press Play. Latest, beside the slider of past steps, brings the charts back to the step that trains.":
    "λ_FSD bei 0,1 oder weniger lassen und Abspielen drücken. Neuester, neben dem Regler der vergangenen Schritte, bringt die Diagramme zu dem Schritt zurück, der trainiert.",
  "Before this move η was {0}. Now it is {1}: it climbs to more than twice as much. You set a price; APO found the rate.":
    "Vor dieser Änderung war η {0}. Jetzt ist es {1}: Es steigt auf mehr als das Doppelte. Gesetzt war ein Preis; die Rate hat APO gefunden.",
  "And what will η do now, in 100 steps?": "Und was wird η jetzt tun, in 100 Schritten?",
  "It falls further.": "Es fällt weiter.",
  "It climbs, but not to twice as much.": "Es steigt, aber nicht auf das Doppelte.",
  "It climbs to more than twice as much.": "Es steigt auf mehr als das Doppelte.",
};
