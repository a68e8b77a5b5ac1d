import type { Words } from "../../words";

/** What stands around a lesson, and in the list of all. */
export const LESSON_CARD_WORDS: Words = {
  "Lesson: {0}.": "Lektion: {0}.",
  'There is no lesson "{0}"': 'Es gibt keine Lektion "{0}"',
  "Allowed: {0}. None is opened.": "Erlaubt: {0}. Keine wird geöffnet.",
  "Choose one in the list of lessons.": "Eine aus der Liste der Lektionen wählen.",
  "step {0} of {1}": "Schritt {0} von {1}",
  Skip: "Überspringen",
  Next: "Weiter",
  "Next lesson": "Nächste Lektion",
  Finish: "Fertig",
  "Lesson: {0}": "Lektion: {0}",
  More: "Mehr",
  Less: "Weniger",
  "Close the lesson": "Die Lektion schließen",
  "Start its race again": "Ihr Rennen neu starten",
  Back: "Zurück",
  "Each step asks you to do one thing with the race, and sees when it is done. A lesson starts a race of its own; closing it leaves that race on the page. This browser keeps how far you came. As scenes, a lesson is a talk: what is seen, one thing after the other.":
    "Jeder Schritt stellt eine Aufgabe am Rennen und sieht, wann sie getan ist. Eine Lektion startet ihr eigenes Rennen; wird sie geschlossen, bleibt dieses Rennen auf der Seite. Dieser Browser merkt sich, wie weit sie gekommen ist. Als Szenen ist eine Lektion ein Vortrag: was zu sehen ist, eines nach dem anderen.",
  "Steps done of {0}": "Getane Schritte von {0}",
  done: "fertig",
  "{0} of {1} steps": "{0} von {1} Schritten",
  "Start: {0}": "Starten: {0}",
  Start: "Starten",
  "Show as scenes: {0}": "Als Szenen zeigen: {0}",
  "Show as scenes": "Als Szenen zeigen",
  "Go on at step {0}: {1}": "Weiter bei Schritt {0}: {1}",
  "Go on at step {0}": "Weiter bei Schritt {0}",
};
