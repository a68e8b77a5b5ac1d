import type { Words } from "../../words";

/** The scenes fair-races. */
export const FAIR_RACES_SCENE_WORDS: Words = {
  "A clear victory? SGDm ends at half as much loss again as APO-P, or more. The first cheat: a rival that nobody has tuned.":
    "Ein klarer Sieg? SGDm endet mit mindestens anderthalbmal so viel Verlust wie APO-P. Die erste Schummelei: ein Gegner, den niemand abgestimmt hat.",
  "A clear victory? APO-P races SGDm, which somebody has set to η = 0.001. Press Play, and let them come to the end.":
    "Ein klarer Sieg? APO-P läuft gegen SGDm, das jemand auf η = 0,001 gestellt hat. Abspielen drücken und bis zum Ende laufen lassen.",
  "Race again. η of SGDm is 0.12 now. Now the two end within a fifth of each other in loss over all data.":
    "Noch einmal laufen lassen. η von SGDm ist jetzt 0,12. Jetzt enden die beiden im Verlust über alle Daten höchstens ein Fünftel auseinander.",
  "Back to the start. Press Reset, and give SGDm a chance. Tune the rival. Unfold the learning rates set by hand, under the sliders, and move that of SGDm to between 0.1 and 0.15, which a search on this task has found. Race again. Press Play, and let them come to the end.":
    "Zurück an den Anfang. Zurücksetzen drücken und SGDm eine Chance geben.\nDen Gegner abstimmen. Die von Hand gesetzten Lernraten aufklappen, unter den Reglern, und die von SGDm zwischen 0,1 und 0,15 stellen, was eine Suche für diese Aufgabe ergeben hat.\nNoch einmal laufen lassen. Abspielen drücken und bis zum Ende laufen lassen.",
  "Count what was paid. APO-P paid {0} passes, SGDm {1}. For the same passes SGDm’s loss is the lower.":
    "Zählen, was bezahlt wurde. APO-P hat {0} Durchgänge bezahlt, SGDm {1}. Bei gleich vielen Durchgängen ist der Verlust von SGDm der niedrigere.",
  "Count what was paid. The second cheat: an axis that hides the price. Under the charts, let the x-axis count gradients in the place of steps.":
    "Zählen, was bezahlt wurde. Die zweite Schummelei: eine Achse, die den Preis versteckt. Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen.",
  "And once more. The seed is 8 now. Who is ahead at the end changes with the seed. One race says little; bands over several seeds say more: Train seeds, in the menu of a chart.":
    "Und noch einmal. Der Startwert ist jetzt 8. Wer am Ende vorn liegt, wechselt mit dem Startwert. Ein Rennen sagt wenig; Bänder über mehrere Startwerte sagen mehr: Startwerte trainieren, im Menü eines Diagramms.",
  "Try other luck. The third cheat: the one seed that suits. Press the button beside Seed. And once more. Press Play, and let them come to the end.":
    "Anderes Glück versuchen. Die dritte Schummelei: der eine Startwert, der passt. Den Knopf neben Startwert drücken.\nUnd noch einmal. Abspielen drücken und bis zum Ende laufen lassen.",
};
