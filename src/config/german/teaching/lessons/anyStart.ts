import type { Words } from "../../words";

/** The lesson about four starts of η. */
export const ANY_START_WORDS: Words = {
  "Robust to η₀, and where not": "Robust gegen η₀, und wo nicht",
  "Four runs start at rates a thousand times apart and end alike, as long as they may look often enough.":
    "Vier Läufe starten mit Raten, die um das Tausendfache auseinanderliegen, und enden gleich, solange sie oft genug hinsehen dürfen.",
  "Four starts.": "Vier Anfänge.",
  "Four runs of APO-η on the same data, started at η from 0.0001 to 0.1. Press Play, and let them come to step 50.":
    "Vier Läufe von APO-η auf denselben Daten, gestartet bei η von 0,0001 bis 0,1. Abspielen drücken und bis Schritt 50 laufen lassen.",
  "Press Play, or Space. η is the third chart.": "Abspielen drücken oder die Leertaste. η ist das dritte Diagramm.",
  "The lowest has come to {0}, the highest stands at {1}.":
    "Der niedrigste ist bei {0} angekommen, der höchste steht bei {1}.",
  "One end.": "Ein Ende.",
  "Let them train to the end of the race.": "Bis zum Ende des Rennens trainieren lassen.",
  "Press Play where the race stands still. At the end it stops by itself.":
    "Abspielen drücken, wo das Rennen steht. Am Ende hält es von selbst an.",
  "They end at losses within a fifth of each other, and at rates within a factor of two.":
    "Sie enden bei Verlusten, die höchstens ein Fünftel auseinanderliegen, und bei Raten, die sich höchstens um den Faktor zwei unterscheiden.",
  "See how far apart they were.": "Ansehen, wie weit sie auseinander waren.",
  "Move the slider of past steps to one of the first ten steps.":
    "Den Regler der vergangenen Schritte auf einen der ersten zehn Schritte stellen.",
  "Here the lowest was {0}, the highest {1}.": "Hier war der niedrigste bei {0}, der höchste bei {1}.",
  "Now break it.": "Jetzt kaputt machen.",
  "A meta-update moves η by a small factor. So APO-η needs many of them to come from far. Press Reset.":
    "Ein Meta-Update ändert η um einen kleinen Faktor. APO-η braucht also viele davon, um von weit her zu kommen. Zurücksetzen drücken.",
  "The race stands at step 0. The sliders are those of the run that starts lowest.":
    "Das Rennen steht bei Schritt 0. Die Regler sind die des Laufs, der am niedrigsten startet.",
  "Let it look seldom.": "Selten hinsehen lassen.",
  "K is the number of steps from one meta-update to the next. Move K of that run to 50.":
    "K ist die Zahl der Schritte von einem Meta-Update zum nächsten. K dieses Laufs auf 50 stellen.",
  "Drag the slider K to the right end, or type 50 on it. Above the sliders stands whose they are.":
    "Den Regler K ganz nach rechts ziehen oder darauf 50 eintippen. Über den Reglern steht, wessen Regler es sind.",
  "This run alone now looks at every fiftieth step; the other three are as they were.":
    "Nur dieser Lauf sieht jetzt bei jedem fünfzigsten Schritt hin; die anderen drei sind, wie sie waren.",
  "And see.": "Und ansehen.",
  "Press Play, and let them come to the end.": "Abspielen drücken und bis zum Ende laufen lassen.",
  "Press Play, or Space, and watch the run that started lowest.":
    "Abspielen drücken oder die Leertaste, und den Lauf beobachten, der am niedrigsten startete.",
  "It ends at η = {0}, and its loss at twice the others’ or more. Robust means: from any start, given enough meta-updates.":
    "Er endet bei η = {0}, und sein Verlust ist mindestens doppelt so hoch wie der der anderen. Robust heißt: von jedem Anfang, bei genügend Meta-Updates.",
};
