import type { Words } from "../../words";

/** Tables: why a file or a column cannot be used. */
export const GERMAN_TABLE_OF_CORE: Words = {
  "Nothing is left out for it.": "Nichts wird dafür weggelassen.",
  "Using {0} as the target.": "Zielwert ist {0}.",
  "None is left out.": "Keine wird weggelassen.",
  "The column {0} of {1} cannot be used": "Die Spalte {0} von {1} ist nicht zu brauchen",
  "Correct the number, or write the column in logarithms.":
    "Die Zahl berichtigen, oder die Spalte in Logarithmen schreiben.",
  "Choose a column whose numbers differ.": "Eine Spalte wählen, deren Zahlen sich unterscheiden.",
  "It has {0}.": "Sie hat {0}.",
  "The column {0} of {1} is not a column of numbers": "Die Spalte {0} von {1} ist keine Zahlenspalte",
  "Line {0}, column {1}: {2}.": "Zeile {0}, Spalte {1}: {2}.",
  "Correct the cell (empty stands for a missing value), or choose another column.":
    "Die Zelle berichtigen (leer steht für einen fehlenden Wert), oder eine andere Spalte wählen.",
  "{0} has no column {1}": "{0} hat keine Spalte {1}",
  "It has: {0}.": "Es gibt: {0}.",
  "Those that can be used are {0}.": "Zu brauchen sind {0}.",
  "Every input of {0} is left out": "Jede Eingabe von {0} ist weggelassen",
  "Keep one at least.": "Mindestens eine behalten.",
  "{0} has {1} of numbers that differ; two are needed":
    "{0} hat {1} mit Zahlen, die sich unterscheiden; zwei werden gebraucht",
  "one column": "eine Spalte",
  "no column": "keine Spalte",
  "{0}Left out: {1}.": "{0}Weggelassen: {1}.",
  "Line {0}, column {1} is the first with text.": "Zeile {0}, Spalte {1} ist die erste mit Text.",
  "Give at least one input and a target in numbers.": "Mindestens eine Eingabe und einen Zielwert in Zahlen angeben.",
  "{0} has {1} complete {2} in the chosen columns": "{0} hat {1} vollständige {2} in den gewählten Spalten",
  row: "Zeile",
  rows: "Zeilen",
  "At least {0} are needed. Most values are missing in {1}: {2}.":
    "Mindestens {0} werden gebraucht. Die meisten Werte fehlen in {1}: {2}.",
  "Choose fewer columns, or fill in the gaps.": "Weniger Spalten wählen, oder die Lücken füllen.",
  "a zip archive or a spreadsheet (xlsx, ods)": "ein zip-Archiv oder eine Tabellendatei (xlsx, ods)",
  "Save the sheet as CSV, or unpack the archive.": "Das Blatt als CSV speichern, oder das Archiv entpacken.",
  "an old spreadsheet (xls)": "eine alte Tabellendatei (xls)",
  "Save the sheet as CSV.": "Das Blatt als CSV speichern.",
  "compressed with gzip": "mit gzip gepackt",
  "Unpack it first.": "Erst entpacken.",
  "a PDF": "ein PDF",
  "Export the table as CSV.": "Die Tabelle als CSV exportieren.",
  "a Parquet file": "eine Parquet-Datei",
  "{0} is not a text file": "{0} ist keine Textdatei",
  "It is {0}.": "Es ist {0}.",
  "Line {0} holds a zero byte (at byte {1} of the file), which no text has.":
    "Zeile {0} enthält ein Nullbyte (bei Byte {1} der Datei), das kein Text hat.",
  "Choose a file of text with {0}.": "Eine Textdatei mit {0} wählen.",
  "{0} is empty": "{0} ist leer",
  "Wanted: a line of column names, and below it at least 20 rows of numbers.":
    "Gebraucht werden: eine Zeile mit Spaltennamen und darunter mindestens 20 Zeilen mit Zahlen.",
  "Choose a file with data in it.": "Eine Datei mit Daten wählen.",
  "{0} has no column of numbers": "{0} hat keine Zahlenspalte",
  "Line {0}, column {1}: {2}, and every other column has text too.":
    "Zeile {0}, Spalte {1}: {2}, und auch jede andere Spalte enthält Text.",
  "Keep only digits, sign, decimal point and exponent in the columns to train on.":
    "In den Spalten, auf denen trainiert wird, nur Ziffern, Vorzeichen, Dezimalpunkt und Exponent lassen.",
  "opens a quote that is never closed": "öffnet ein Anführungszeichen, das nie geschlossen wird",
  "has text behind a closing quote": "hat Text hinter einem schließenden Anführungszeichen",
  "{0} cannot be read: line {1}, column {2} {3}": "{0} kann nicht gelesen werden: Zeile {1}, Spalte {2} {3}",
  "A field that starts with a quotation mark ends at the next one; a mark inside it is written twice.":
    "Ein Feld, das mit einem Anführungszeichen beginnt, endet beim nächsten; eines im Inneren wird doppelt geschrieben.",
  "Close the quote, or double the mark inside the field.":
    "Das Anführungszeichen schließen, oder das im Feld verdoppeln.",
  "{0} has one column only": "{0} hat nur eine Spalte",
  "Line {0}, column 1 is {1}, and nothing in the file is separated by {2}.":
    "Zeile {0}, Spalte 1 ist {1}, und nichts in der Datei ist durch {2} getrennt.",
  "Give at least two columns: one or more inputs and a target.":
    "Mindestens zwei Spalten angeben: eine oder mehrere Eingaben und einen Zielwert.",
  "{0} has {1} columns": "{0} hat {1} Spalten",
  "At most {0} can be used; column {1} of line {2} is {3}.":
    "Höchstens {0} sind zu brauchen; Spalte {1} von Zeile {2} ist {3}.",
  "Delete columns that are not needed.": "Spalten löschen, die nicht gebraucht werden.",
  "{0} has no header": "{0} hat keine Kopfzeile",
  "Line {0}, column {1} is the number {2}, and the line has no column name.":
    "Zeile {0}, Spalte {1} ist die Zahl {2}, und die Zeile hat keinen Spaltennamen.",
  "Add a first line with {0} column names, separated by {1}.":
    "Eine erste Zeile mit {0} Spaltennamen hinzufügen, getrennt durch {1}.",
  "column {0} is missing": "Spalte {0} fehlt",
  "column {0} has no name": "Spalte {0} hat keinen Namen",
  "{0} cannot be read: line {1}, {2}": "{0} kann nicht gelesen werden: Zeile {1}, {2}",
  "That line has {0} {1} separated by {2}; the header in line {3} has {4}.":
    "Jene Zeile hat {0} {1}, getrennt durch {2}; die Kopfzeile in Zeile {3} hat {4}.",
  field: "Feld",
  fields: "Felder",
  "Give every line as many fields as the header, and quote fields that hold the separator.":
    "Jeder Zeile so viele Felder geben wie der Kopfzeile, und Felder mit dem Trennzeichen in Anführungszeichen setzen.",
  "{0} has {1} {2} below its header": "{0} hat {1} {2} unter der Kopfzeile",
  "At least {0} are needed to train on four fifths and test on the rest; the last is line {1}.":
    "Mindestens {0} werden gebraucht, um auf vier Fünfteln zu trainieren und auf dem Rest zu testen; die letzte ist Zeile {1}.",
  "Add rows.": "Zeilen hinzufügen.",
  "column {0}": "Spalte {0}",
  "It has {0} MiB; at most {1} MiB are read.": "Sie hat {0} MiB; gelesen werden höchstens {1} MiB.",
  "Keep fewer rows or columns.": "Weniger Zeilen oder Spalten behalten.",
};
