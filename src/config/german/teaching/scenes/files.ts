import type { Words } from "../../words";

/** What is said of a file of scenes, and the titles of those that ship. */
export const SCENE_FILE_WORDS: Words = {
  "{0} is wrong at scenes.{1}": "{0} ist falsch bei scenes.{1}",
  "{0} is too large": "{0} ist zu groß",
  "It has {0} bytes; at most {1} are read.": "Sie hat {0} Bytes; höchstens {1} werden gelesen.",
  "Leave out scenes, or shorten their notes.": "Szenen weglassen oder ihre Notizen kürzen.",
  "Correct it: docs/embedding.md has the format.": "Richtigstellen: Das Format steht in docs/embedding.md.",
  "{0} holds no scenes": "{0} enthält keine Szenen",
  "Its format is {0}. Allowed: {1}.": "Ihr Format ist {0}. Erlaubt: {1}.",
  "Choose a file that was saved under Scenes.": "Eine Datei wählen, die unter Szenen gespeichert wurde.",
  "It has {0} words. Allowed: {1} at most.": "Es sind {0} Wörter. Erlaubt: höchstens {1}.",
  "Found {0}. Allowed: a step before {1}.": "Gefunden: {0}. Erlaubt: ein Schritt vor {1}.",
  "A choice about one run needs atLeast, atMost or both.":
    "Eine Antwort über einen Lauf braucht atLeast, atMost oder beides.",
  "A choice about which run is lowest needs the name of its run.":
    "Eine Antwort darüber, welcher Lauf am niedrigsten ist, braucht den Namen ihres Laufs.",
  "APO in ten minutes": "APO in zehn Minuten",
};
