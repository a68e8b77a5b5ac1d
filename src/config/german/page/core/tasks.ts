import type { Words } from "../../words";

/** Data and tasks. */
export const GERMAN_TASKS_OF_CORE: Words = {
  "Try again. If it stays, {0} is missing or damaged where APO Lab is served from: whoever runs the site can put its files there anew.":
    "Noch einmal versuchen. Bleibt es so, fehlt {0} oder ist beschädigt, wo APO Lab bereitgestellt wird: Wer die Website betreibt, kann die Dateien dort neu ablegen.",
  "{0} cannot be used": "{0} ist nicht zu brauchen",
  "Reading it failed: {0}.": "Das Lesen schlug fehl: {0}.",
  "It is not UTF-8 text.": "Es ist kein Text in UTF-8.",
  "It is not JSON text.": "Es ist kein Text in JSON.",
  "its top level": "der obersten Ebene",
  "It does not have the expected form at {0}.": "Bei {0} hat es nicht die erwartete Form.",
  "It is not a PNG image.": "Es ist kein PNG-Bild.",
  "It has {0} bytes; the manifest says {1}.": "Es hat {0} Bytes; das Manifest sagt {1}.",
  "{0} has {1} labels for {2} images.": "{0} hat {1} Klassenangaben für {2} Bilder.",
  "{0}×{1} with {2} channels of {3} bits": "{0}×{1} mit {2} Kanälen von {3} Bit",
  "It is {0}; the manifest says {1}×{2} with {3} of 8.": "Es ist {0}; das Manifest sagt {1}×{2} mit {3} von 8.",
  "Its image data does not decode.": "Seine Bilddaten sind nicht zu entpacken.",
  "The part of APO Lab that reads such files did not come.":
    "Der Teil von APO Lab, der solche Dateien liest, ist nicht angekommen.",
  "Check the connection, then try again.": "Die Verbindung prüfen, dann noch einmal versuchen.",
  "{0} classes of {1}×{2} images with {3} channel{4}": "{0} Klassen von Bildern mit {1}×{2} und {3} Kanälen{4}",
  "It lists {0}; the network here takes {1}.": "Es führt {0} auf; das Netz hier nimmt {1}.",
  "{0} {1} images are more than data/{2} has": "{0} Bilder ({1}) sind mehr, als data/{2} hat",
  "Ask for at most {0}.": "Höchstens {0} verlangen.",
  "{0}: list of files": "{0}: Liste der Dateien",
  "{0}: {1}, {2} of {3} files": "{0}: {1}, {2} von {3} Dateien",
  "Line {0} is not a split, a text and its translation between tabs.":
    "Zeile {0} ist nicht Teil, Text und Übersetzung zwischen Tabulatoren.",
  "English and German texts": "Englische und deutsche Texte",
  "Its first line does not name split, source and target.": "Die erste Zeile nennt nicht split, source und target.",
  "It has no pairs to train with, or none to test with.": "Es gibt keine Paare zum Trainieren, oder keine zum Testen.",
  "{0} of {1} pairs of texts have at most {2} tokens a side":
    "{0} von {1} Textpaaren haben höchstens {2} Token je Seite",
  Cylinders: "Zylinder",
  Displacement: "Hubraum",
  Horsepower: "Leistung",
  Acceleration: "Beschleunigung",
  Year: "Baujahr",
  "Fuel consumption table": "Tabelle des Kraftstoffverbrauchs",
  "It has {0} complete rows; at least 100 are needed.":
    "Sie hat {0} vollständige Zeilen; mindestens 100 werden gebraucht.",
  "{0} cars; {1} rows with gaps dropped": "{0} Autos; {1} Zeilen mit Lücken weggelassen",
  "miles per gallon": "Meilen je Gallone",
  "{0} in line {1}, column {2} of {3} is too far from the other numbers":
    "{0} in Zeile {1}, Spalte {2} von {3} liegt zu weit von den anderen Zahlen",
  "In {0} it lies {1} deviations from the mean of the rows that are trained on; at most {2} can be computed with.":
    "In {0} liegt es {1} Abweichungen vom Mittel der Zeilen, auf denen trainiert wird; gerechnet werden kann mit höchstens {2}.",
  "Correct the number, or leave its row or column out.": "Die Zahl berichtigen, oder ihre Zeile oder Spalte weglassen.",
  "There is no file to train on": "Es gibt keine Datei zum Trainieren",
  "The task csv trains on a table of yours; its rows are in no link and no config.":
    "Die Aufgabe csv trainiert auf einer eigenen Tabelle; deren Zeilen stehen in keinem Link und keiner Konfiguration.",
  "Choose the file on the page, or name it on the command line: --task csv --csv FILE.":
    "Die Datei auf der Seite wählen, oder auf der Kommandozeile nennen: --task csv --csv FILE.",
  "{0} rows of {1}; {2} with missing values dropped": "{0} Zeilen von {1}; {2} mit fehlenden Werten weggelassen",
  "The target {0} of {1} does not vary": "Der Zielwert {0} von {1} ändert sich nicht",
  "It has the same number in every complete row that this seed trains on.":
    "Er hat in jeder vollständigen Zeile, auf der dieser Startwert trainiert, dieselbe Zahl.",
  "Choose another target, or another seed.": "Einen anderen Zielwert wählen, oder einen anderen Startwert.",
  "Condition number {0} is out of range": "Die Konditionszahl {0} liegt außerhalb des Bereichs",
  "Allowed: {0} to {1}.": "Erlaubt: {0} bis {1}.",
  "Set conditionNumber within that range.": "conditionNumber in diesem Bereich setzen.",
  "The table": "Die Tabelle",
  English: "Englisch",
  German: "Deutsch",
};
