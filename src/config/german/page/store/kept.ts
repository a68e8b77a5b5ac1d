import type { Words } from "../../words";

/** Kept runs. */
export const GERMAN_KEPT_OF_STORE: Words = {
  "The run kept before is back.": "Der zuvor aufbewahrte Lauf ist zurück.",
  "The run is back, all {0} steps": "Der Lauf ist zurück, alle {0} Schritte",
  "Rows, charts and link are those it had, from its log.":
    "Zeilen, Diagramme und Link sind die seinen, aus seinem Protokoll.",
  "It was over, so there is nothing to train.": "Er war vorbei, also ist nichts zu trainieren.",
  "left at {0}": "verlassen bei {0}",
  "The run": "Der Lauf",
  "{0} of at most {1}": "{0} von höchstens {1}",
  "This page keeps no runs: its link says keep=0.": "Diese Seite bewahrt keine Läufe auf: Ihr Link sagt keep=0.",
  "{0} keeps no runs, unless its link says keep=1.": "{0} bewahrt keine Läufe auf, außer der Link sagt keep=1.",
  "An embed": "Eine eingebettete Abbildung",
  "A page for tests": "Eine Seite für Tests",
  "Your last run is kept: {0}, {1} {2}": "Der letzte Lauf ist aufbewahrt: {0}, {1} {2}",
  "Rows, charts and link come back as they were, and Play goes on from there.":
    "Zeilen, Diagramme und Link kommen zurück, wie sie waren, und Abspielen geht von dort weiter.",
  "It stays in the list of kept runs, too.": "Er bleibt auch in der Liste der aufbewahrten Läufe.",
  "The oldest kept run has made room": "Der älteste aufbewahrte Lauf hat Platz gemacht",
  "The {0} oldest kept runs have made room": "Die {0} ältesten aufbewahrten Läufe haben Platz gemacht",
  "{0}. Gone: {1}.": "{0}. Gelöscht: {1}.",
  "The browser's storage is full": "Der Speicher des Browsers ist voll",
  "At most {0} are kept": "Höchstens {0} werden aufbewahrt",
  "Pin a run to keep it.": "Einen Lauf anheften, um ihn zu behalten.",
  "Pinned: {0}": "Angeheftet: {0}",
  "It is kept for good, and its curves stay, dashed, over what else is trained here.":
    "Er wird dauerhaft aufbewahrt, und seine Kurven bleiben gestrichelt über dem, was hier sonst trainiert wird.",
  "The same key lets go of it.": "Dieselbe Taste löst ihn wieder.",
  "No longer pinned: {0}": "Nicht mehr angeheftet: {0}",
  "It stays in the list of kept runs until room is needed.":
    "Er bleibt in der Liste der aufbewahrten Läufe, bis Platz gebraucht wird.",
  "The same key pins it again.": "Dieselbe Taste heftet ihn wieder an.",
  "There is no run to pin": "Es gibt keinen Lauf zum Anheften",
  "A run is kept from its first step on, where it is trained.":
    "Ein Lauf wird ab seinem ersten Schritt dort aufbewahrt, wo er trainiert wird.",
  "Take a step first.": "Erst einen Schritt tun.",
  "Save it as a file instead.": "Ihn stattdessen als Datei speichern.",
  "This run is not kept": "Dieser Lauf wird nicht aufbewahrt",
  "This browser stores nothing for this page{0}. Training goes on; a reload of the page would lose it.":
    "Dieser Browser speichert nichts für diese Seite{0}. Das Training geht weiter; beim Neuladen der Seite ginge es verloren.",
  "Save the run as a file, or let the browser store data for this page and reload it before you train.":
    "Den Lauf als Datei speichern, oder dem Browser das Speichern für diese Seite erlauben und sie vor dem Training neu laden.",
  "This run is not kept any more": "Dieser Lauf wird nicht mehr aufbewahrt",
  "{0} Training goes on; a reload of the page would lose it.":
    "{0} Das Training geht weiter; beim Neuladen der Seite ginge es verloren.",
  "Save the run as a file, or delete kept runs and reload the page.":
    "Den Lauf als Datei speichern, oder aufbewahrte Läufe löschen und die Seite neu laden.",
  "Older steps of this long run are thinned": "Ältere Schritte dieses langen Laufs sind ausgedünnt",
  "Nothing of it is stored in this browser, and its rows would fill the memory. Charts keep the first and the last of older steps and their extremes, and saved files hold no more.":
    "Nichts davon liegt im Speicher dieses Browsers, und seine Zeilen würden den Arbeitsspeicher füllen. Von älteren Schritten behalten die Diagramme den ersten, den letzten und die äußersten Werte, und gespeicherte Dateien enthalten nicht mehr.",
  "To keep every step, let the browser store data for this page, and train the run again.":
    "Um jeden Schritt zu behalten, dem Browser das Speichern für diese Seite erlauben und den Lauf noch einmal trainieren.",
  "{0} is open in another tab": "{0} ist in einem anderen Tab offen",
  "Two tabs that went on with it would mix their steps.":
    "Zwei Tabs, die damit weitermachen, würden ihre Schritte vermischen.",
  "Go on with it there, or close that tab first.": "Dort weitermachen, oder jenen Tab erst schließen.",
  "{0} cannot be opened": "{0} kann nicht geöffnet werden",
  "It is no longer in this browser's storage: another tab deleted it, or the browser made room.":
    "Es liegt nicht mehr im Speicher dieses Browsers: Ein anderer Tab hat es gelöscht, oder der Browser hat Platz geschaffen.",
  "Train it again by its link, or open another kept run.":
    "Über seinen Link noch einmal trainieren, oder einen anderen aufbewahrten Lauf öffnen.",
  "A run": "Ein Lauf",
  "The browser's storage is full.": "Der Speicher des Browsers ist voll.",
  "The browser's storage failed: {0}.": "Der Speicher des Browsers hat versagt: {0}.",
  "Rewind to the start": "Zurück zum Anfang",
  "Rewind {0} steps": "{0} Schritte zurück",
  "train in {0}": "in {0} trainieren",
  lower: "senken",
  raise: "erhöhen",
  "Likely cause: {0} is too {1}.": "Wahrscheinliche Ursache: {0} ist zu {1}.",
  low: "niedrig",
  high: "hoch",
  "{0} The largest η that is stable at the curvature of this loss is {1}.":
    "{0} Das größte η, das bei der Krümmung dieses Verlusts stabil ist, ist {1}.",
  "{0} The training loss grew {1} in one step: the steps go too far.":
    "{0} Der Trainingsverlust wuchs in einem Schritt {1}: Die Schritte gehen zu weit.",
  "{0} Its meta-updates made the steps {1} as long within {2} steps.":
    "{0} Seine Meta-Updates machten die Schritte innerhalb von {2} Schritten {1} so lang.",
  "Likely cause: numbers too large for {0}. The training loss itself was still low.":
    "Wahrscheinliche Ursache: Zahlen, die für {0} zu groß sind. Der Trainingsverlust selbst war noch klein.",
  "Likely cause: {0} is too low, so that the factors of the curvature can hardly be inverted.":
    "Wahrscheinliche Ursache: {0} ist zu niedrig, so dass die Faktoren der Krümmung kaum zu invertieren sind.",
  "Likely cause: {0} is too low. The length of each step is its inverse, and the training loss grew.":
    "Wahrscheinliche Ursache: {0} ist zu niedrig. Die Länge jedes Schritts ist der Kehrwert davon, und der Trainingsverlust wuchs.",
  "{0} times": "{0}-mal",
  "Rewound to the start": "Zurück am Anfang",
  "Rewound to step {0}": "Zurück bei Schritt {0}",
  "{0} goes on with {1} in place of {2}. The race as it was stays as dashed curves.":
    "{0} geht mit {1} statt {2} weiter. Das Rennen, wie es war, bleibt als gestrichelte Kurven.",
  "Should it diverge again, the same button changes it further.":
    "Divergiert es noch einmal, ändert derselbe Knopf weiter.",
};
