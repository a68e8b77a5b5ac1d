import type { Words } from "../../words";

/** Notices, errors and kept runs. */
export const GERMAN_STATES_OF_PARTS: Words = {
  "Each run is kept in this browser while it trains. After a reload, a crash or a closed tab it goes on where it stood.":
    "Jeder Lauf wird in diesem Browser aufbewahrt, während er trainiert. Nach einem Neuladen, einem Absturz oder einem geschlossenen Tab geht er weiter, wo er stand.",
  "No run is kept yet. One is from its first step on.":
    "Noch kein Lauf ist aufbewahrt. Jeder ist es ab seinem ersten Schritt.",
  "; then the oldest that is not pinned goes first, and the page says so.":
    "; dann geht der älteste, der nicht angeheftet ist, zuerst, und die Seite sagt es.",
  Save: "Speichern",
  ", on the page": ", auf der Seite",
  "Open {0}": "{0} öffnen",
  Open: "Öffnen",
  "Pin {0}": "{0} anheften",
  "Keep it for good, its curves dashed over what else is trained":
    "Dauerhaft aufbewahren, die Kurven gestrichelt über dem, was sonst trainiert wird",
  Pinned: "Angeheftet",
  Pin: "Anheften",
  "{0} the curves of {1}": "{0}: die Kurven von {1}",
  "Rename {0}": "{0} umbenennen",
  Rename: "Umbenennen",
  "Delete {0} for good": "{0} endgültig löschen",
  "For good?": "Endgültig?",
  "The run and the rest of the page go on.": "Der Lauf und der Rest der Seite gehen weiter.",
  "The run and the page go on.": "Der Lauf und die Seite gehen weiter.",
  "The run is kept, and goes on if it was training.": "Der Lauf ist aufbewahrt und geht weiter, wenn er trainierte.",
  "This {0} cannot be drawn": "Nicht zu zeichnen: {0}",
  "{0}. {1} Page translators and other extensions can do this.":
    "{0}. {1} Das kann an Seitenübersetzern und anderen Erweiterungen liegen.",
  "Draw it again": "Noch einmal zeichnen",
  "Dismiss: {0}": "Ausblenden: {0}",
  "Train it here": "Hier trainieren",
  "Getting ready to train": "Das Training wird vorbereitet",
  Loading: "Laden",
  Notices: "Meldungen",
  Rewind: "Zurückspulen",
  "Lay it over the race": "Über das Rennen legen",
  "Show it instead": "Stattdessen zeigen",
  "Go on with WASM": "Mit WASM weitermachen",
  "Try again": "Noch einmal versuchen",
  "Bring it back": "Zurückholen",
  "Continue the race": "Rennen fortsetzen",
  "Train it again": "Neu trainieren",
  "Save the experiment": "Das Experiment speichern",
  "Go on with it": "Damit weitermachen",
  "Trained on from step {0} of the recording": "Weiter trainiert ab Schritt {0} der Aufzeichnung",
  "Its {0} steps are first trained again, at full speed and unseen; their exact numbers take the place of the rounded ones.":
    "Erst werden die {0} Schritte noch einmal trainiert, mit vollem Tempo und ungesehen; ihre genauen Zahlen treten an die Stelle der gerundeten.",
  "A fork at step {0} of {1}": "Ein Abzweig bei Schritt {0} von {1}",
  "What came after that step stays as dashed curves. {0}":
    "Was nach jenem Schritt kam, bleibt als gestrichelte Kurven. {0}",
  "The run is back, up to step {0}": "Der Lauf ist zurück, bis Schritt {0}",
  "Rows, charts and link are those it had, from its log. {0}":
    "Zeilen, Diagramme und Link sind die seinen, aus seinem Protokoll. {0}",
  "To go on, Play and Step first train its {0}{1} steps again, at full speed and unseen: the same seed and moves give the same numbers.":
    "Zum Weitermachen trainieren Abspielen und Schritt erst seine {0}{1} Schritte noch einmal, mit vollem Tempo und ungesehen: Derselbe Startwert und dieselben Änderungen geben dieselben Zahlen.",
  last: "letzten",
  "Steps trained again": "Noch einmal trainierte Schritte",
  "What changed": "Was sich geändert hat",
  "; the other runs go on": "; die anderen Läufe gehen weiter",
  "It is drawn up to its last value{0}.": "Er ist bis zu seinem letzten Wert gezeichnet{0}.",
  "A newer version of APO Lab is stored": "Eine neuere Version von APO Lab ist gespeichert",
  "This page stays with the version that it began with until it is closed.":
    "Diese Seite bleibt bei der Version, mit der sie begann, bis sie geschlossen wird.",
  "Take the update to load the page anew; a kept run can be gone on with.":
    "Die neue Version nehmen, um die Seite neu zu laden; ein aufbewahrter Lauf kann weitergehen.",
  "The update waits for other tabs": "Die neue Version wartet auf andere Tabs",
  "APO Lab is open elsewhere in this browser, and no page may get files of two versions.":
    "APO Lab ist in diesem Browser noch anderswo offen, und keine Seite darf Dateien zweier Versionen bekommen.",
  "Close the other tabs, then take the update.": "Die anderen Tabs schließen, dann die neue Version nehmen.",
  "Without a network.": "Ohne Netzverbindung.",
  "{0} of {1} files, {2} MB": "{0} von {1} Dateien, {2} MB",
  "This browser stores no pages here, so each visit takes the network. All else works.":
    "Dieser Browser speichert hier keine Seiten, jeder Besuch braucht also das Netz. Alles andere geht.",
  "Nothing of the page is stored in this browser yet.": "Noch ist nichts von der Seite in diesem Browser gespeichert.",
  "The page is being stored in this browser, with its data: {0}.":
    "Die Seite wird mit ihren Daten in diesem Browser gespeichert: {0}.",
  "The page is stored, but not all of its data: {0}. The rest is asked for again.":
    "Die Seite ist gespeichert, aber nicht alle ihre Daten: {0}. Der Rest wird noch einmal geholt.",
  "All of the page works, with its data: {0}, are stored in this browser.":
    "Alles geht auch ohne Netz; gespeichert sind Seite und Daten: {0}.",
  "Take the update": "Neue Version nehmen",
};
