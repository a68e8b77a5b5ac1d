import type { Words } from "../../words";

/** The picture, the fits and the scrubber. */
export const GERMAN_FIGURES_OF_PARTS: Words = {
  "A saved run holds no predictions. Train it again, by Play or Step, to see what its runs learn.":
    "Ein gespeicherter Lauf enthält keine Vorhersagen. Mit Abspielen oder Schritt neu trainieren, um zu sehen, was seine Läufe lernen.",
  "Its script is still on its way: a slow line can do that. Wait, or load the page again.":
    "Das Skript dafür ist noch unterwegs: Das kann an einer langsamen Leitung liegen. Warten, oder die Seite neu laden.",
  "Fitted function": "Angepasste Funktion",
  "{0} training points{1}": "{0} Trainingspunkte{1}",
  ", fits {0}": ", Anpassungen {0}",
  "The training points; no run has drawn its function yet.":
    "Die Trainingspunkte; noch kein Lauf hat seine Funktion gezeichnet.",
  "The training points and the function each of {0} has fitted {1}.":
    "Die Trainingspunkte und die Funktion, die jeder von {0} {1} angepasst hat.",
  "fitted function": "angepasste Funktion",
  "Test images": "Testbilder",
  "true class, and what each run says{0}": "wahre Klasse, und was jeder Lauf sagt{0}",
  Run: "Lauf",
  "right:": "richtig:",
  "wrong:": "falsch:",
  Reconstructions: "Rekonstruktionen",
  "test images, and what each run makes of them{0}": "Testbilder, und was jeder Lauf aus ihnen macht{0}",
  Input: "Eingabe",
  "Decision surface": "Entscheidungsfläche",
  "darker: class 1 is likelier; filled points are class 1{0}":
    "dunkler: Klasse 1 ist wahrscheinlicher; gefüllte Punkte sind Klasse 1{0}",
  "Decision surface of {0}": "Entscheidungsfläche von {0}",
  Translations: "Übersetzungen",
  "look at": "ansehen",
  "{0} at step {1}: what did it do?": "{0} bei Schritt {1}: Was hat das bewirkt?",
  "Step shown": "Gezeigter Schritt",
  "A branch from step {0}: weights and optimizers as they were then; the run so far stays as dashed curves":
    "Ein Abzweig ab Schritt {0}: Gewichte und Optimierer, wie sie damals waren; der bisherige Lauf bleibt als gestrichelte Kurven",
  "Fork here": "Hier abzweigen",
  Latest: "Neuester",
  "Test images: {0}": "Testbilder: {0}",
  "Reconstructions by {0}": "Rekonstruktionen von {0}",
};
