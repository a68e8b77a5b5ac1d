import type { Words } from "../../words";

/** Tables and archives, opened on the page. */
export const GERMAN_TABLE_OF_PARTS: Words = {
  "Choose another archive": "Ein anderes Archiv wählen",
  "All 50,000 training images come from {0}: open it as a file, or drop it on the page. It is read here and sent nowhere.":
    "Alle 50.000 Trainingsbilder kommen aus {0}: Das Archiv als Datei öffnen oder auf der Seite ablegen. Es wird hier gelesen und nirgendwohin gesendet.",
  "Choose {0}": "{0} wählen",
  "Delete {0} for good?": "{0} endgültig löschen?",
  "Delete the archive, {0}": "Das Archiv löschen, {0}",
  "Reading the archive": "Das Archiv wird gelesen",
  "or drop it anywhere on this page": "oder irgendwo auf dieser Seite ablegen",
  "({0}) from": "({0}) von",
  "Get {0} {1}{2}: the binary version. The Python and MATLAB versions are not read.":
    "{0} holen {1}{2}: die Binärversion. Die Versionen für Python und MATLAB werden nicht gelesen.",
  "{0} Its images are kept in it for your next visit, until you delete them.":
    "{0} Seine Bilder bleiben darin für den nächsten Besuch, bis sie gelöscht werden.",
  "Train on the 5,000 that come with the page": "Auf den 5.000 trainieren, die mit der Seite kommen",
  Cancel: "Abbrechen",
  "Keep the current run": "Den jetzigen Lauf behalten",
  Columns: "Spalten",
  "Target{0}": "Zielwert{0}",
  Target: "Zielwert",
  "Inputs {0}": "Eingaben {0}",
  "{0} chosen": "{0} gewählt",
  "All that can be used": "Alle, die genutzt werden können",
  "{0} missing": "{0} fehlen",
  "{0} The file never leaves this browser.": "{0} Die Datei verlässt diesen Browser nie.",
  "Choose another file": "Eine andere Datei wählen",
  "Rows of a table": "Zeilen einer Tabelle",
  "Train on these rows": "Auf diesen Zeilen trainieren",
  Files: "Dateien",
  "{0} It never leaves this browser.": "{0} Sie verlässt diesen Browser nie.",
  "Drop a CSV file to train on it, an archive of CIFAR, or a saved experiment or run to open it.":
    "Eine CSV-Datei ablegen, um darauf zu trainieren, ein Archiv von CIFAR, oder ein gespeichertes Experiment oder einen Lauf, um ihn zu öffnen.",
  "Choose a CSV file": "Eine CSV-Datei wählen",
  "or drop it anywhere on this page, or paste its rows":
    "oder irgendwo auf dieser Seite ablegen, oder ihre Zeilen einfügen",
  "A line of column names, then numbers, separated by {0}: up to {1} columns, and of more than {2} rows the seed draws so many. Columns of text are left out, and rows with missing values. The last column of numbers is the target until you choose another.":
    "Eine Zeile mit Spaltennamen, dann Zahlen, getrennt durch {0}: bis zu {1} Spalten, und von mehr als {2} Zeilen zieht der Startwert so viele. Textspalten werden weggelassen, und Zeilen mit fehlenden Werten. Die letzte Zahlenspalte ist der Zielwert, bis ein anderer gewählt wird.",
  "The file never leaves this browser.": "Die Datei verlässt diesen Browser nie.",
};
