import type { Words } from "../../words";

/** Workers that wait or stopped. */
export const GERMAN_SESSION_OF_STORE: Words = {
  "The archive": "Das Archiv",
  "Archive: {0}.": "Archiv: {0}.",
  "Opening {0}": "{0} wird geöffnet",
  "Still waiting for the archive": "Das Archiv lässt noch auf sich warten",
  "What is trained goes on.": "Was trainiert wird, geht weiter.",
  "cancel it and drop the file again.": "abbrechen und die Datei noch einmal ablegen.",
  "{0} was not read": "{0} wurde nicht gelesen",
  "Its worker stopped: {0} What is trained goes on.":
    "Sein Worker ist stehen geblieben: {0} Was trainiert wird, geht weiter.",
  "Drop the file again.": "Die Datei noch einmal ablegen.",
  "The archive of {0} is not deleted": "Das Archiv von {0} ist nicht gelöscht",
  "Delete it again, or delete the data of this page in the browser's settings.":
    "Noch einmal löschen, oder die Daten dieser Seite in den Einstellungen des Browsers löschen.",
  "Training paused at step {0} while its tab was hidden":
    "Das Training hielt bei Schritt {0} an, während sein Tab verdeckt war",
  "Browsers slow hidden tabs down, so the seconds of a step would not be its own. No step is lost or taken twice.":
    "Browser bremsen verdeckte Tabs, also wären die Sekunden eines Schritts nicht seine eigenen. Kein Schritt geht verloren oder wird zweimal getan.",
  "It goes on by itself now that the tab is seen.": "Es geht von selbst weiter, da der Tab jetzt zu sehen ist.",
  "The landscape": "Die Landschaft",
  "The landscape's worker stopped": "Der Worker der Landschaft ist stehen geblieben",
  "Try again in its view for a new worker.": "In der Ansicht noch einmal versuchen, für einen neuen Worker.",
  "Its script could not be loaded.": "Sein Skript konnte nicht geladen werden.",
  "A message from it could not be read.": "Eine Nachricht von ihm konnte nicht gelesen werden.",
  "The training worker stopped answering": "Der Trainings-Worker antwortet nicht mehr",
  "Nothing was heard of it for {0} seconds, and it has been ended.{1}":
    "{0} Sekunden lang war nichts von ihm zu hören, und er wurde beendet.{1}",
  "Try again for a new worker: the same seed and moves give the same numbers.":
    "Noch einmal versuchen, für einen neuen Worker: Derselbe Startwert und dieselben Änderungen geben dieselben Zahlen.",
  "A new worker": "Ein neuer Worker",
  "{0}, in place of {1},": "{0}, anstelle von {1},",
  "{0}; the race goes on": "{0}; das Rennen geht weiter",
  "{0} {1} goes on from step {2}, and nothing of the log is lost.":
    "{0} {1} macht bei Schritt {2} weiter, und nichts vom Protokoll ist verloren.",
  "Should it come again, another device may help.": "Kommt es noch einmal vor, hilft vielleicht ein anderes Gerät.",
  "Reset tries {0} once more, from step 0.": "Zurücksetzen versucht {0} noch einmal, ab Schritt 0.",
  "{0} The race has failed {1} times in a short time, so it does not go on by itself.":
    "{0} Das Rennen ist in kurzer Zeit {1}-mal fehlgeschlagen, also geht es nicht von selbst weiter.",
  "Try again to go on from where it stands, save the run to go on elsewhere, or choose another device.":
    "Noch einmal versuchen, um von hier weiterzumachen, den Lauf speichern, um anderswo weiterzumachen, oder ein anderes Gerät wählen.",
  "There is no scene {0}": "Es gibt keine Szene {0}",
  "Allowed: 1 to {0}. The last one is shown.": "Erlaubt: 1 bis {0}. Gezeigt wird die letzte.",
  "Check the number after scene=.": "Die Zahl hinter scene= prüfen.",
  "The further seeds": "Die weiteren Startwerte",
  "Still waiting for the further seeds": "Die weiteren Startwerte lassen noch auf sich warten",
  "Those that are trained stay.": "Was trainiert ist, bleibt.",
  "cancel them and train them again.": "abbrechen und noch einmal trainieren.",
  "{0} Their worker is gone; training goes on without it.":
    "{0} Ihr Worker ist weg; das Training geht ohne ihn weiter.",
  "Train them again. If that fails too, reload the page.":
    "Noch einmal trainieren. Schlägt auch das fehl, die Seite neu laden.",
  "Measuring spectra": "Spektren werden gemessen",
  "for more than {0} seconds": "seit mehr als {0} Sekunden",
  "The training worker did not start": "Der Trainings-Worker ist nicht gestartet",
  "{0} Training runs in a worker of modules, which all browsers since 2023 have.":
    "{0} Trainiert wird in einem Worker aus Modulen, den alle Browser seit 2023 haben.",
  "Try again, or load the page again. If it stays, the script is missing on the server, or the site's policy or an extension of the browser keeps workers from starting.":
    "Noch einmal versuchen, oder die Seite neu laden. Bleibt es so, fehlt das Skript auf dem Server, oder die Richtlinie der Website oder eine Erweiterung des Browsers lässt keine Worker starten.",
  "The training worker stopped": "Der Trainings-Worker ist stehen geblieben",
  "{0} What has been trained stays on screen.": "{0} Was trainiert wurde, bleibt zu sehen.",
  "Nothing was heard of it {0}: it computes for long, hangs, or was ended by the browser. {1}":
    "{0} war nichts von ihm zu hören: Er rechnet lange, hängt, oder der Browser hat ihn beendet. {1}",
  "Wait, or {0}": "Warten, oder {0}",
  "The training worker does not answer": "Der Trainings-Worker antwortet nicht",
  "press Reset for a new worker: the same seed and moves give the same numbers.":
    "zurücksetzen, für einen neuen Worker: Derselbe Startwert und dieselben Änderungen geben dieselben Zahlen.",
  "Still waiting for the training worker": "Der Trainings-Worker lässt noch auf sich warten",
  "It has not started {0}: a slow line or a busy machine can do that, or a script that never arrives.":
    "Er ist {0} nicht gestartet: Das kann an einer langsamen Leitung liegen, an einem beschäftigten Rechner, oder an einem Skript, das nie ankommt.",
  "Wait, try again for a new worker, or reload the page.":
    "Warten, noch einmal versuchen, für einen neuen Worker, oder die Seite neu laden.",
  "Training goes on without it.": "Das Training geht ohne ihn weiter.",
  "Still waiting for the analysis worker": "Der Analyse-Worker lässt noch auf sich warten",
  "Spectra come from it. {0}": "Von ihm kommen die Spektren. {0}",
  "press Reset for a new one.": "zurücksetzen, für einen neuen.",
  "Still waiting for the landscape": "Die Landschaft lässt noch auf sich warten",
  "close the view and open it again.": "die Ansicht schließen und wieder öffnen.",
  "Spectra are not measured any more": "Spektren werden nicht mehr gemessen",
  "The analysis worker stopped: {0} Training goes on without it.":
    "Der Analyse-Worker ist stehen geblieben: {0} Das Training geht ohne ihn weiter.",
  "Try again in the view of the spectrum or of the gap for a new one.":
    "In der Ansicht des Spektrums oder des Abstands noch einmal versuchen, für einen neuen.",
  "{0} went on in a new worker": "{0}: ein neuer Worker machte weiter",
  "The one before stopped: {0} What it had done stays, and training goes on.":
    "Der vorige ist stehen geblieben: {0} Was er getan hatte, bleibt, und das Training geht weiter.",
  "Should it come again, it is said in its view.": "Kommt es noch einmal vor, steht es in der Ansicht.",
  "The sweep map": "Die Karte",
  "Still waiting for the sweep map": "Die Karte lässt noch auf sich warten",
  "Rows that were trained stay.": "Trainierte Zeilen bleiben.",
  "cancel it and compute the map again.": "abbrechen und die Karte noch einmal berechnen.",
  "{0} Its worker is gone; training goes on without it.": "{0} Ihr Worker ist weg; das Training geht ohne ihn weiter.",
  "Try again in its view: rows that were trained stay. If that fails too, reload the page.":
    "In der Ansicht noch einmal versuchen: Trainierte Zeilen bleiben. Schlägt auch das fehl, die Seite neu laden.",
  "Nothing was heard of it for {0} seconds.": "{0} Sekunden lang war nichts von ihm zu hören.",
};
