import type { Words } from "../../words";

/** The scenes any-start. */
export const ANY_START_SCENE_WORDS: Words = {
  "Four starts. The lowest has come to {0}, the highest stands at {1}.":
    "Vier Anfänge. Der niedrigste ist bei {0} angekommen, der höchste steht bei {1}.",
  "Four starts. Four runs of APO-η on the same data, started at η from 0.0001 to 0.1. Press Play, and let them come to step 50.":
    "Vier Anfänge. Vier Läufe von APO-η auf denselben Daten, gestartet bei η von 0,0001 bis 0,1. Abspielen drücken und bis Schritt 50 laufen lassen.",
  "One end. They end at losses within a fifth of each other, and at rates within a factor of two.":
    "Ein Ende. Sie enden bei Verlusten, die höchstens ein Fünftel auseinanderliegen, und bei Raten, die sich höchstens um den Faktor zwei unterscheiden.",
  "One end. Let them train to the end of the race.": "Ein Ende. Bis zum Ende des Rennens trainieren lassen.",
  "See how far apart they were. Here the lowest was {0}, the highest {1}.":
    "Ansehen, wie weit sie auseinander waren. Hier war der niedrigste bei {0}, der höchste bei {1}.",
  "See how far apart they were. Move the slider of past steps to one of the first ten steps.":
    "Ansehen, wie weit sie auseinander waren. Den Regler der vergangenen Schritte auf einen der ersten zehn Schritte stellen.",
  "And see. K of APO-η η₀ 1e-4 is 50 now. It ends at η = {0}, and its loss at twice the others’ or more. Robust means: from any start, given enough meta-updates.":
    "Und ansehen. K von APO-η η₀ 1e-4 ist jetzt 50. Er endet bei η = {0}, und sein Verlust ist mindestens doppelt so hoch wie der der anderen. Robust heißt: von jedem Anfang, bei genügend Meta-Updates.",
  "Now break it. A meta-update moves η by a small factor. So APO-η needs many of them to come from far. Press Reset. Let it look seldom. K is the number of steps from one meta-update to the next. Move K of that run to 50. And see. Press Play, and let them come to the end.":
    "Jetzt kaputt machen. Ein Meta-Update ändert η um einen kleinen Faktor. APO-η braucht also viele davon, um von weit her zu kommen. Zurücksetzen drücken.\nSelten hinsehen lassen. K ist die Zahl der Schritte von einem Meta-Update zum nächsten. K dieses Laufs auf 50 stellen.\nUnd ansehen. Abspielen drücken und bis zum Ende laufen lassen.",
};
