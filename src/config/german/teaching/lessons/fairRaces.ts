import type { Words } from "../../words";

/** The lesson about fair races. */
export const FAIR_RACES_WORDS: Words = {
  "Fair races, and how to cheat in them": "Faire Rennen, und wie man darin schummelt",
  "Three ways to make a method look better than it is, each undone by one move.":
    "Drei Arten, ein Verfahren besser aussehen zu lassen, als es ist; jede wird durch einen Handgriff aufgehoben.",
  "A clear victory?": "Ein klarer Sieg?",
  "APO-P races SGDm, which somebody has set to η = 0.001. Press Play, and let them come to the end.":
    "APO-P läuft gegen SGDm, das jemand auf η = 0,001 gestellt hat. Abspielen drücken und bis zum Ende laufen lassen.",
  "SGDm ends at half as much loss again as APO-P, or more. The first cheat: a rival that nobody has tuned.":
    "SGDm endet mit mindestens anderthalbmal so viel Verlust wie APO-P. Die erste Schummelei: ein Gegner, den niemand abgestimmt hat.",
  "Back to the start.": "Zurück an den Anfang.",
  "Press Reset, and give SGDm a chance.": "Zurücksetzen drücken und SGDm eine Chance geben.",
  "Step 0: what you set now is what the race starts with.":
    "Schritt 0: Was jetzt eingestellt wird, damit startet das Rennen.",
  "Tune the rival.": "Den Gegner abstimmen.",
  "Unfold the learning rates set by hand, under the sliders, and move that of SGDm to between 0.1 and 0.15, which a search on this task has found.":
    "Die von Hand gesetzten Lernraten aufklappen, unter den Reglern, und die von SGDm zwischen 0,1 und 0,15 stellen, was eine Suche für diese Aufgabe ergeben hat.",
  "Type 0.12 on its slider. On a phone the sliders are behind Controls.":
    "Auf seinem Regler 0,12 eintippen. Auf dem Handy sind die Regler hinter Steuerung.",
  "η of SGDm stands at {0}.": "η von SGDm steht bei {0}.",
  "Race again.": "Noch einmal laufen lassen.",
  "Now the two end within a fifth of each other in loss over all data.":
    "Jetzt enden die beiden im Verlust über alle Daten höchstens ein Fünftel auseinander.",
  "Count what was paid.": "Zählen, was bezahlt wurde.",
  "The second cheat: an axis that hides the price. Under the charts, let the x-axis count gradients in the place of steps.":
    "Die zweite Schummelei: eine Achse, die den Preis versteckt. Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen.",
  "APO-P paid {0} passes, SGDm {1}. For the same passes SGDm’s loss is the lower.":
    "APO-P hat {0} Durchgänge bezahlt, SGDm {1}. Bei gleich vielen Durchgängen ist der Verlust von SGDm der niedrigere.",
  "Try other luck.": "Anderes Glück versuchen.",
  "The third cheat: the one seed that suits. Press the button beside Seed.":
    "Die dritte Schummelei: der eine Startwert, der passt. Den Knopf neben Startwert drücken.",
  "Another start and other batches, the same for both.": "Ein anderer Anfang und andere Batches, dieselben für beide.",
  "And once more.": "Und noch einmal.",
  "Press Play, or Space, and read the table under the charts.":
    "Abspielen drücken oder die Leertaste, und die Tabelle unter den Diagrammen lesen.",
  "Who is ahead at the end changes with the seed. One race says little; bands over several seeds say more: Train seeds, in the menu of a chart.":
    "Wer am Ende vorn liegt, wechselt mit dem Startwert. Ein Rennen sagt wenig; Bänder über mehrere Startwerte sagen mehr: Startwerte trainieren, im Menü eines Diagramms.",
};
