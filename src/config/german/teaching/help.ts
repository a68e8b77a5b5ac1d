import type { Words } from "../words";

/** The help. */
export const HELP_WORDS: Words = {
  Space: "Leertaste",
  "play or pause": "abspielen oder anhalten",
  "one step; looking back, one step on": "ein Schritt; beim Zurückblicken einen Schritt weiter",
  "look one step back": "einen Schritt zurückblicken",
  "Shift →": "Umschalt →",
  "to the next meta-update": "zum nächsten Meta-Update",
  "reset: the same seed, the same numbers": "zurücksetzen: derselbe Startwert, dieselben Zahlen",
  "new seed": "neuer Startwert",
  "show or hide a run": "einen Lauf zeigen oder ausblenden",
  "log or linear loss": "Verlust logarithmisch oder linear",
  "pin the run, or let go of it: its curves stay over what is trained next":
    "den Lauf anheften oder lösen: Seine Kurven bleiben über dem, was als Nächstes trainiert wird",
  "in a figure over steps: half the steps, or twice as many":
    "in einer Abbildung über Schritte: halb so viele Schritte, oder doppelt so viele",
  "this help": "diese Hilfe",
  "close, all steps again, or leave the number unchanged":
    "schließen, wieder alle Schritte, oder die Zahl unverändert lassen",
  "{0}Each asks you to do one thing at a time with the race, and sees when it is done.":
    "{0}Jede stellt eine Aufgabe nach der anderen am Rennen und sieht, wann sie getan ist.",
  Lessons: "Lektionen",
  "{0}Shortcuts of one character": "{0}Tastenkürzel aus einem Zeichen",
  "Switch them off if you speak to your computer or hit keys by accident: the arrows and Esc stay. This browser keeps the choice.":
    "Ausschalten, wenn der Rechner durch Sprache bedient wird oder Tasten versehentlich getroffen werden: Die Pfeile und Esc bleiben. Dieser Browser behält die Wahl.",
  "Move a slider while it trains: the change acts in the next step and leaves a rule in every time chart. Type a digit on a slider, or click its number, to enter a value. Point at a chart to read all of them at that step; drag over some steps, with a finger after a moment at rest, or spread two fingers, to zoom all of them. A reset, a new seed or another setting can be undone after more than a minute of training: a notice offers to bring the run back.":
    "Einen Regler bewegen, während trainiert wird: Die Änderung wirkt im nächsten Schritt und hinterlässt eine Linie in jedem Zeitdiagramm. Auf einem Regler eine Ziffer tippen oder seine Zahl anklicken, um einen Wert einzugeben. Auf ein Diagramm zeigen, um alle bei diesem Schritt abzulesen; über einige Schritte ziehen, mit dem Finger nach einem Moment Ruhe, oder zwei Finger spreizen, um alle zu vergrößern. Zurücksetzen, ein neuer Startwert oder eine andere Einstellung lassen sich nach mehr als einer Minute Training rückgängig machen: Eine Meldung bietet an, den Lauf zurückzuholen.",
  Appearance: "Aussehen",
};
