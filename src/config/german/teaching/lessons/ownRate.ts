import type { Words } from "../../words";

/** The lesson about η that rises and falls by itself. */
export const OWN_RATE_WORDS: Words = {
  "η that warms up and decays by itself": "η, das von selbst steigt und wieder fällt",
  "Schedules warm a learning rate up and let it decay. APO-η does both, and nobody writes the schedule.":
    "Lernratenpläne lassen eine Lernrate erst steigen, dann fallen. APO-η tut beides, und niemand schreibt den Plan.",
  "Start far too low.": "Viel zu niedrig starten.",
  "APO-η trains SGDm, and starts it at η = 0.001. Beside it races SGDm with a tuned η. Press Play, and let it come to step 50.":
    "APO-η trainiert SGDm und startet bei η = 0,001. Daneben läuft SGDm mit einem abgestimmten η. Abspielen drücken und bis Schritt 50 laufen lassen.",
  "η has come to {0}. By step 50 it has doubled, or more: the warm-up.":
    "η ist bei {0} angekommen. Bis Schritt 50 hat es sich mindestens verdoppelt: das Aufwärmen.",
  "What will η have done by step 50?": "Was wird η bis Schritt 50 getan haben?",
  "It has stayed within a tenth.": "Es ist bis auf ein Zehntel gleich geblieben.",
  "It has risen, but not doubled.": "Es ist gestiegen, aber nicht auf das Doppelte.",
  "It has doubled, or more.": "Es hat sich mindestens verdoppelt.",
  "It has fallen.": "Es ist gefallen.",
  "To the end.": "Bis zum Ende.",
  "Let it train to the end of the race, and watch where η turns.":
    "Bis zum Ende des Rennens trainieren lassen und beobachten, wo η umkehrt.",
  "η climbs past 0.01, and then comes down by a tenth or more: at the end it is {0}.":
    "η steigt über 0,01 und fällt dann um ein Zehntel oder mehr: Am Ende ist es {0}.",
  "Look at the beginning.": "Den Anfang ansehen.",
  "Here η was {0}, and the loss {1}.": "Hier war η {0} und der Verlust {1}.",
  "Look at the middle.": "Die Mitte ansehen.",
  "Now move it to a step between 100 and 500.": "Jetzt auf einen Schritt zwischen 100 und 500 stellen.",
  "Drag the slider to the right, or press the arrow keys on it. All charts follow.":
    "Den Regler nach rechts ziehen oder mit den Pfeiltasten bewegen. Alle Diagramme folgen.",
  "Here η was {0}. Nobody has told it where to turn: each meta-update asks how far one step should go now.":
    "Hier war η {0}. Niemand hat gesagt, wo es umkehren soll: Jedes Meta-Update fragt, wie weit ein Schritt jetzt gehen soll.",
  "Is it luck?": "Ist es Glück?",
  "Another seed draws another start and other batches. Press the button beside Seed.":
    "Ein anderer Startwert zieht einen anderen Anfang und andere Batches. Den Knopf neben Startwert drücken.",
  "The race stands at step 0, from another start.": "Das Rennen steht bei Schritt 0, an einem anderen Anfang.",
  "And once more to the end.": "Und noch einmal bis zum Ende.",
  "Press Play, and watch η.": "Abspielen drücken und η beobachten.",
  "Press Play, or Space, and let it come to the end.":
    "Abspielen drücken oder die Leertaste, und bis zum Ende laufen lassen.",
  "On every seed that this was tested on it ends within a fifth of a tuned SGDm’s loss. Here η ends at {0}.":
    "Mit jedem Startwert, mit dem dies geprüft wurde, endet es höchstens ein Fünftel vom Verlust eines abgestimmten SGDm entfernt. Hier endet η bei {0}.",
};
