import type { Words } from "../../words";

/** What stands beside the controls. */
export const GERMAN_CONTROLS_OF_STORE: Words = {
  "More than 5,000 images of {0} come": "Mehr als 5.000 Bilder von {0} kommen",
  "{0} comes": "{0} kommt",
  "Reading {0}": "{0} wird gelesen",
  "{0} from the official archive": "{0} aus dem offiziellen Archiv",
  "{0} and {1} of each of {2} classes": "{0} und {1} von jeder der {2} Klassen",
  "has {0} training and {1} test images, {2}.": "hat {0} Trainings- und {1} Testbilder, {2}.",
  "All {0} are trained on.": "Auf allen {0} wird trainiert.",
  "{0} of its test images measure the accuracy.": "{0} der Testbilder messen die Genauigkeit.",
  "Kept in this browser: {0}.": "In diesem Browser aufbewahrt: {0}.",
  "In memory until this page is closed, as the browser keeps no files for it: {0}.":
    "Im Speicher, bis diese Seite geschlossen wird, da der Browser für sie keine Dateien aufbewahrt: {0}.",
  "The archive never leaves this browser.": "Das Archiv verlässt diesen Browser nie.",
  "target {0}": "Zielwert {0}",
  input: "Eingabe",
  inputs: "Eingaben",
  "all but {0} {1}": "alle außer {0} {1}",
  "Train on your own CSV file": "Auf einer eigenen CSV-Datei trainieren",
  "This link needs your file {0}": "Dieser Link braucht die Datei {0}",
  "A link holds no data: choose the file here.": "Ein Link enthält keine Daten: die Datei hier wählen.",
  "Kept from the link: {0}.": "Aus dem Link übernommen: {0}.",
  "has {0} rows.": "hat {0} Zeilen.",
  "has {0} rows: {1} to train on, {2} to test.": "hat {0} Zeilen: {1} zum Trainieren, {2} zum Testen.",
  "{0} dropped for missing values.": "{0} wegen fehlender Werte weggelassen.",
  "{0} more than can be used were left out by the seed.":
    "{0} mehr, als genutzt werden können, hat der Startwert weggelassen.",
  "An MLP {0}-64-1 tanh learns {1}, all standardised: an RMSE of 1 is {2} in the unit of {3}.":
    "Ein MLP {0}-64-1 mit tanh lernt {1}, alles standardisiert: Ein RMSE von 1 ist {2} in der Einheit von {3}.",
  "Read with {0}.": "Gelesen mit {0}.",
  "a point": "für einen Punkt",
  "an image": "für ein Bild",
  "a row": "für eine Zeile",
  "a pair of texts": "für ein Textpaar",
  "an example": "für ein Beispiel",
  "{0}, {1} forward {2}": "{0}, {1} vorwärts {2}",
  "{0}, batches of {1}": "{0}, Batches von {1}",
  "price of moving the outputs": "Preis für die Bewegung der Ausgaben",
  "price of moving the weights": "Preis für die Bewegung der Gewichte",
  "steps to each meta-step": "Schritte bis zum nächsten Meta-Schritt",
  "step size of the meta-step": "Schrittweite des Meta-Schritts",
  "{0} acted in step {1}": "{0} wirkte in Schritt {1}",
  "On record: {0}.": "Verzeichnet: {0}.",
  "given with its data": "mit den Daten gegeben",
  "No best η is on record for this race; its start is {0}.":
    "Für dieses Rennen ist kein bestes η verzeichnet; sein Anfang ist {0}.",
  "That was with {0}: another η may be better with the settings here.":
    "Das war mit {0}: Mit den Einstellungen hier kann ein anderes η besser sein.",
};
