import type { Words } from "../../words";

/** Settings, spoken changes and sizes. */
export const GERMAN_WORDS_OF_STORE: Words = {
  "Step {0}.": "Schritt {0}.",
  "Q of {0} {1}: {2}.": "Q von {0} {1}: {2}.",
  ", was {0}": ", war {0}",
  "Eigenvalues of P of {0} at step {1}: {2}.": "Eigenwerte von P von {0} bei Schritt {1}: {2}.",
  "{0} has {1} from step {2}.": "{0} hat {1} ab Schritt {2}.",
  "{0}, was {1}": "{0}, war {1}",
  "kept last before {0}": "dem letzten aufbewahrten vor {0}",
  "A given problem": "Ein gegebenes Problem",
  "Network: {0}.": "Netz: {0}.",
  "as the file has it": "wie die Datei sie hat",
  "task given": "Aufgabe given",
  "with {0}": "mit {0}",
  "{0} {1} from step {2}": "{0} {1} ab Schritt {2}",
  "{0} moves of its own": "{0} eigene Änderungen",
  "{0} parameters": "{0} Parameter",
  "{0}, step {1}": "{0}, Schritt {1}",
  "not a number": "keine Zahl",
  accuracy: "Genauigkeit",
};
