import type { Words } from "../../words";

/** Where the settings of a task come from. */
export const TASK_SETTING_WORDS: Words = {
  "not tuned": "nicht abgestimmt",
  "not tuned on this archive: the setting of cifar10":
    "nicht auf diesem Archiv abgestimmt: die Einstellung von cifar10",
  "not tuned on this file: the setting of cars": "nicht auf dieser Datei abgestimmt: die Einstellung von cars",
  "grid of {0}, seed {1}, lowest train loss after 1500 steps of those that diverge on none of seeds 0 to 9":
    "Gitter von {0}, Startwert {1}, niedrigster Trainingsverlust nach 1500 Schritten unter denen, die mit keinem der Startwerte 0 bis 9 divergieren",
  "set for the closed form, not for speed": "für die geschlossene Form gewählt, nicht für Tempo",
  "grid of {0}, seed {1}, lowest train loss after {2} steps of the MLP (docs/results.md)":
    "Gitter von {0}, Startwert {1}, niedrigster Trainingsverlust nach {2} Schritten des MLP (docs/results.md)",
  "grid of {0}, seed {1}, lowest train loss after {2} steps (docs/results.md)":
    "Gitter von {0}, Startwert {1}, niedrigster Trainingsverlust nach {2} Schritten (docs/results.md)",
  "{0} candidates, seed {1}, best {2} after {3} steps":
    "{0} Kandidaten, Startwert {1}, bester Wert von {2} nach {3} Schritten",
  "{0} within the range of seeds 1 to 5": "{0} innerhalb der Spanne der Startwerte 1 bis 5",
  "{0} of those that diverge on none of seeds 0 to 9":
    "{0} unter denen, die mit keinem der Startwerte 0 bis 9 divergieren",
  "{0} (docs/results.md)": "{0} (siehe docs/results.md)",
};
