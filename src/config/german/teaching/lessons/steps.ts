import type { Words } from "../../words";

/** What steps of several lessons say. */
export const STEP_WORDS: Words = {
  "Press Play, or Space. At the end the race stops by itself.":
    "Abspielen drücken oder die Leertaste. Am Ende hält das Rennen von selbst an.",
  "Reset is the first button of the bar; the key is R.":
    "Zurücksetzen ist der erste Knopf der Leiste; die Taste ist R.",
  "The button with the round arrow is in the bar, on a phone behind Controls; the key is N.":
    "Der Knopf mit dem runden Pfeil ist in der Leiste, auf dem Handy hinter Steuerung; die Taste ist N.",
  "It is the long slider under the charts: drag it all the way to the left.":
    "Es ist der lange Regler unter den Diagrammen: ganz nach links ziehen.",
  "gradient evaluations": "Gradientenauswertungen",
  "In the bar under the charts, behind x-axis, choose gradients.":
    "In der Leiste unter den Diagrammen bei x-Achse Gradienten wählen.",
};
