import type { Words } from "../../words";

/** What the runs have learned, in sentences. */
export const GERMAN_FIT_OF_STORE: Words = {
  "The training points of both classes; no run has drawn its surface yet.":
    "Die Trainingspunkte beider Klassen; noch kein Lauf hat seine Fläche gezeichnet.",
  "The training points of both classes, and the part of the map where class 1 is likelier {0}. {1}.":
    "Die Trainingspunkte beider Klassen und der Teil der Karte, in dem Klasse 1 wahrscheinlicher ist {0}. {1}.",
  "Probability of class 1 at points x, y": "Wahrscheinlichkeit von Klasse 1 an den Punkten x, y",
  "{0} test images with their class; no run has classified them yet.":
    "{0} Testbilder mit ihrer Klasse; noch kein Lauf hat sie klassifiziert.",
  "{0} test images with their class, and how many each run has right {1}. {2}.":
    "{0} Testbilder mit ihrer Klasse, und wie viele jeder Lauf {1} richtig hat. {2}.",
  "{0} test images; no run has drawn them again yet.": "{0} Testbilder; noch kein Lauf hat sie nachgezeichnet.",
  "{0} test images, and what each run makes of them {1}. RMSE of {2}.":
    "{0} Testbilder, und was jeder Lauf {1} aus ihnen macht. RMSE von {2}.",
  "RMSE by image and run": "RMSE nach Bild und Lauf",
  "test image": "Testbild",
  "Prediction against target": "Vorhersage gegen Zielwert",
  "{0} test examples, on the line: right": "{0} Testbeispiele, auf der Linie: richtig",
  "Learned weights": "Gelernte Gewichte",
  "least squares": "kleinste Quadrate",
  "{0} eigenvectors of H, open: its {1} smallest eigenvalues; on the line: learned":
    "{0} Eigenvektoren von H, offen: die {1} mit den kleinsten Eigenwerten; auf der Linie: gelernt",
  "Learned matrix": "Gelernte Matrix",
  "{0} entries of the product of both layers; on the line: learned":
    "{0} Einträge des Produkts beider Schichten; auf der Linie: gelernt",
  "{0}: no run has been asked yet.": "{0}: noch kein Lauf wurde gefragt.",
  ", {0} beyond the axes": ", {0} jenseits der Achsen",
  "{0} ({1}). RMSE of {2}.": "{0} ({1}). RMSE von {2}.",
  "no words": "keine Wörter",
  "{0} at {1}": "{0} bei {1}",
  "{0} held-out texts, a person's {1}, and what each run says{2}":
    "{0} zurückgehaltene Texte, die {1} eines Menschen, und was jeder Lauf sagt{2}",
  "BLEU of {0} held-out pairs at step {1}": "BLEU von {0} zurückgehaltenen Paaren bei Schritt {1}",
  "{0} {1} texts with their {2} translations": "{0} Texte ({1}) mit ihren Übersetzungen ({2})",
  "{0}; no run has translated them yet.": "{0}; noch kein Lauf hat sie übersetzt.",
  "{0}, and how many each run has word for word {1}. {2}.{3}":
    "{0}, und wie viele jeder Lauf {1} Wort für Wort hat. {2}.{3}",
  "Translations by text and run": "Übersetzungen nach Text und Lauf",
};
