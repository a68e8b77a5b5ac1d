import type { Words } from "../../words";

/** What is said of a file that cannot be read. */
export const FILE_WORDS: Words = {
  "It holds {0}.": "Sie enthält {0}.",
  "It holds scenes.": "Sie enthält Szenen.",
  "Open it under Scenes, beside Present.": "Unter Szenen öffnen, neben Vortragen.",
  "Its format is {0}.": "Ihr Format ist {0}.",
  "It has neither a format nor a task.": "Sie hat weder ein Format noch eine Aufgabe.",
  "{0} is a problem for the command line": "{0} ist ein Problem für die Kommandozeile",
  "The task given brings its own data and batches, which the page does not train on.":
    "Die Aufgabe given bringt eigene Daten und Batches mit, auf denen die Seite nicht trainiert.",
  "Run it there: npm run -s trace -- --task given --config {0}":
    "Dort laufen lassen: npm run -s trace -- --task given --config {0}",
  "{0} does not fit together at {1}": "{0} passt nicht zusammen bei {1}",
  "Each column has a value, or null, for each step.": "Jede Spalte hat für jeden Schritt einen Wert oder null.",
  "Save the run again.": "Den Lauf noch einmal speichern.",
  "Its config has the runs {0}; it holds {1}.": "Die Konfiguration hat die Läufe {0}; enthalten sind {1}.",
  "Steps count from 0, one by one.": "Schritte zählen von 0 an, einer nach dem anderen.",
  "It has {0} values for {1} steps.": "Es sind {0} Werte für {1} Schritte.",
  "Layer {0} has {1} eigenvalues and {2} weights.": "Schicht {0} hat {1} Eigenwerte und {2} Gewichte.",
  "Found {0}. Allowed: {1}.": "Gefunden: {0}. Erlaubt: {1}.",
  "Found {0}. Allowed: a number.": "Gefunden: {0}. Erlaubt: eine Zahl.",
  "Found {0}. Allowed: a word.": "Gefunden: {0}. Erlaubt: ein Wort.",
  "{0} is wrong at": "{0} ist falsch bei",
  "Correct it, or save the file again.": "Richtigstellen oder die Datei noch einmal speichern.",
  "Choose a file that was saved here, or printed by npm run trace.":
    "Eine Datei wählen, die hier gespeichert oder von npm run trace ausgegeben wurde.",
  "{0} is no experiment and no run": "{0} ist kein Experiment und kein Lauf",
  "{0} Allowed: the formats {1} and {2}, or a config with a task.":
    "{0} Erlaubt: die Formate {1} und {2}, oder eine Konfiguration mit einer Aufgabe.",
  "Steps ascend; in row {0} stands {1} after {2}.": "Schritte steigen; in Zeile {0} steht {1} nach {2}.",
  "The file {0} cannot be read as JSON": "Die Datei {0} ist nicht als JSON lesbar",
  "Reason: {0}. It begins with {1}.": "Grund: {0}. Sie beginnt mit {1}.",
  "Choose a file that was saved here, or an experiment in JSON.":
    "Eine Datei wählen, die hier gespeichert wurde, oder ein Experiment in JSON.",
};
