import type { Words } from "../../words";

/** Files, recordings and runs that come back. */
export const GERMAN_FILES_OF_STORE: Words = {
  "This device comes to other numbers than the recording": "Dieses Gerät kommt auf andere Zahlen als die Aufzeichnung",
  "The device rounds otherwise than when it was made. The charts show this device's numbers.":
    "Das Gerät rundet anders als jenes der Aufzeichnung. Die Diagramme zeigen die Zahlen dieses Geräts.",
  "Choose WASM for numbers that are the same each time.": "WASM wählen für Zahlen, die jedes Mal dieselben sind.",
  "Trained again, it came to other numbers": "Beim erneuten Training kamen andere Zahlen heraus",
  "The device rounds otherwise than when the log was made. The charts keep the log; what follows goes on from the new training.":
    "Das Gerät rundet anders als jenes des Protokolls. Die Diagramme behalten das Protokoll; was folgt, geht vom neuen Training aus.",
  Starting: "Beginnt",
  "{0} The {1} steps taken before, {2} of training, are off the charts.":
    "{0} Die {1} Schritte davor, {2} Training, sind aus den Diagrammen genommen.",
  "It has {0} steps, {1} of training.": "Es hat {0} Schritte, {1} Training.",
  "A longer run is kept": "Ein längerer Lauf ist aufbewahrt",
  "They are kept while this stands here: rows, charts and link can come back.":
    "Sie werden aufbewahrt, solange dies hier steht: Zeilen, Diagramme und Link können zurückkommen.",
  "It goes through a step of APO, and no APO races.":
    "Er führt durch einen Schritt von APO, und kein APO ist im Rennen.",
  "Its picture is drawn where the network has one or two inputs: on sine and spirals.":
    "Sein Bild wird gezeichnet, wo das Netz eine oder zwei Eingaben hat: bei Sinus und Spiralen.",
  "{0} more {1} wrong in {2}": "In {2}: {0} weitere {1} falsch",
  "thing is": "Sache ist",
  "things are": "Sachen sind",
  "The first ones are named beside this.": "Die ersten sind daneben genannt.",
  "Save the file again where it was made.": "Die Datei dort, wo sie entstand, noch einmal speichern.",
  "Save a shorter run.": "Einen kürzeren Lauf speichern.",
  "{0} is shown from its log": "{0} wird aus seinem Protokoll gezeigt",
  "{0} {1}, {2} steps, as they were saved; nothing trains.":
    "{0} {1}, {2} Schritte, wie gespeichert; nichts trainiert.",
  run: "Lauf",
  runs: "Läufe",
  "Play or Step trains it again here from step 0, with its moves.":
    "Abspielen oder Schritt trainiert ihn hier noch einmal ab Schritt 0, mit seinen Änderungen.",
  "{0} holds a run": "{0} enthält einen Lauf",
  "It can be shown in place of the race, from its log, or lie over its charts, dashed.":
    "Er kann an der Stelle des Rennens gezeigt werden, aus seinem Protokoll, oder gestrichelt über dessen Diagrammen liegen.",
  "The race stays as it is until you choose.": "Das Rennen bleibt, wie es ist, bis zur Wahl.",
  "{0} lies over the charts": "{0} liegt über den Diagrammen",
  "{0}: dashed and faint, nothing of it trains.": "{0}: gestrichelt und blass, nichts davon trainiert.",
  "The list under the comparison hides it and takes it off.":
    "Die Liste unter dem Vergleich blendet es aus und nimmt es weg.",
  "There is no run to save yet": "Es gibt noch keinen Lauf zu speichern",
  "A run is saved with every step that it has taken.": "Ein Lauf wird mit jedem Schritt gespeichert, den er getan hat.",
  "Press Play first, or save the experiment.": "Erst abspielen, oder das Experiment speichern.",
  "{0} cannot be unpacked": "{0} kann nicht entpackt werden",
  "It begins as a gzip file, and is cut short or damaged.":
    "Es beginnt wie eine gzip-Datei und ist abgeschnitten oder beschädigt.",
  "Unpacked it has more than {0} MiB, the most that is read.":
    "Entpackt hat es mehr als {0} MiB, und mehr wird nicht gelesen.",
  "Save the run again, or choose another file.": "Den Lauf noch einmal speichern, oder eine andere Datei wählen.",
  "Read from {0}, trained on {1}; nothing trains here.": "Gelesen aus {0}, trainiert auf {1}; hier trainiert nichts.",
  "The recording cannot be read": "Die Aufzeichnung kann nicht gelesen werden",
  "Reason: {0}": "Grund: {0}",
  "It is trained here instead: press Play. Load the page again to look for the recording once more.":
    "Es wird stattdessen hier trainiert: Abspielen drücken. Die Seite neu laden, um die Aufzeichnung noch einmal zu suchen.",
  "There is no recording of this experiment": "Es gibt keine Aufzeichnung dieses Experiments",
  "Recorded are the presets as they are: {0}.": "Aufgezeichnet sind die Vorlagen, wie sie sind: {0}.",
  "It is trained here: press Play.": "Es wird hier trainiert: Abspielen drücken.",
  "{0} does not say what it was trained on": "{0} sagt nicht, worauf trainiert wurde",
  "{0} holds an experiment, no run": "{0} enthält ein Experiment, keinen Lauf",
  "A run of another program lies over a race, when it is dropped on the page.":
    "Ein Lauf eines anderen Programms liegt über einem Rennen, wenn er auf der Seite abgelegt wird.",
  "There is no log in it to show.": "Es ist kein Protokoll darin, das zu zeigen wäre.",
  "Save the run, and give the address of that file after trace=.":
    "Den Lauf speichern, und die Adresse jener Datei hinter trace= angeben.",
  "Reason: {0}. The server of another origin has to answer with Access-Control-Allow-Origin.":
    "Grund: {0}. Der Server eines anderen Ursprungs muss mit Access-Control-Allow-Origin antworten.",
  "Check the address, the line, and what the server answers.": "Adresse, Leitung und die Antwort des Servers prüfen.",
  "is not found": "ist nicht zu finden",
  "is not to be had": "ist nicht zu haben",
  "Check the address after trace=.": "Die Adresse hinter trace= prüfen.",
  "Trained on {0} in {1}; nothing trains here.": "Trainiert auf {0} in {1}; hier trainiert nichts.",
  "an unknown program": "einem unbekannten Programm",
  "The recording cannot be shown": "Die Aufzeichnung kann nicht gezeigt werden",
  "It is trained here instead.": "Es wird stattdessen hier trainiert.",
};
