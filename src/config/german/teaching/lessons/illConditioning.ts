import type { Words } from "../../words";

/** The lesson about the condition number. */
export const ILL_CONDITIONING_WORDS: Words = {
  "Ill-conditioning and the spectrum of P": "Schlechte Kondition und das Spektrum von P",
  "Where curvatures differ, steps should too: P learns the lengths, as far as its steps and λ_WSD let it.":
    "Wo Krümmungen verschieden sind, sollten es Schritte auch sein: P lernt die Längen, so weit seine Schritte und λ_WSD es zulassen.",
  "Nearly round.": "Fast rund.",
  "The condition number is the largest curvature of the loss over the smallest: here 10. SGD has one rate for all directions, APO-P learns a P. Press Play, and let them come to the end.":
    "Die Konditionszahl ist die größte Krümmung des Verlusts geteilt durch die kleinste: hier 10. SGD hat eine Rate für alle Richtungen, APO-P lernt ein P. Abspielen drücken und bis zum Ende laufen lassen.",
  "P’s eigenvalues reach from {0} to {1}: the largest is five times the smallest or more. They are step lengths, one for each direction.":
    "Die Eigenwerte von P reichen von {0} bis {1}: Der größte ist mindestens fünfmal der kleinste. Es sind Schrittlängen, eine für jede Richtung.",
  "Where P came from.": "Woher P kam.",
  "Here they reached from {0} to {1}: P starts with one step length for all directions, as SGD keeps it.":
    "Hier reichten sie von {0} bis {1}: P startet mit einer Schrittlänge für alle Richtungen, wie SGD sie behält.",
  "Make it a ravine.": "Eine Schlucht daraus machen.",
  "Open Methods and settings, and type 1000 behind Condition number: the flattest direction gets a hundred times flatter.":
    "Verfahren und Einstellungen öffnen und bei Konditionszahl 1000 eintippen: Die flachste Richtung wird hundertmal flacher.",
  "Methods and settings is over the sliders, on a phone behind Controls. Close it again with Escape.":
    "Verfahren und Einstellungen ist über den Reglern, auf dem Handy hinter Steuerung. Mit Escape wieder schließen.",
  "Step 0, with the same seed. The steepest direction is as it was.":
    "Schritt 0, mit demselben Startwert. Die steilste Richtung ist, wie sie war.",
  "Learn it again.": "Neu lernen.",
  "From {0} to {1}: largest over smallest is twice what it was or more, far from a hundred times. The largest is still below what theory gives.":
    "Von {0} bis {1}: Der größte geteilt durch den kleinsten ist mindestens das Doppelte von vorher, weit weg vom Hundertfachen. Der größte liegt noch unter dem, was die Theorie angibt.",
  "Does the loss tell?": "Sagt es der Verlust?",
  "Under the charts, let the x-axis count gradients in the place of steps, and read the losses.":
    "Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen und die Verluste ablesen.",
  "Hardly: in loss over all data the two end within a hundredth of each other, and APO-P paid {0} passes, SGD {1}. Flat directions weigh little in this loss.":
    "Kaum: Im Verlust über alle Daten enden die beiden höchstens ein Hundertstel auseinander, und APO-P hat {0} Durchgänge bezahlt, SGD {1}. Flache Richtungen wiegen in diesem Verlust wenig.",
  "Now bound the steps.": "Jetzt die Schritte begrenzen.",
  "λ_WSD charges every move of the weights, so it ends the long steps. Press Reset.":
    "λ_WSD berechnet jede Bewegung der Gewichte, beendet also die langen Schritte. Zurücksetzen drücken.",
  "Step 0 again.": "Wieder Schritt 0.",
  "A price on weights.": "Ein Preis auf Gewichte.",
  "Move λ_WSD to 1 or more.": "λ_WSD auf 1 oder mehr stellen.",
  "Drag the slider λ_WSD to the right, or type 1 on it. On a phone it is behind Controls.":
    "Den Regler λ_WSD nach rechts ziehen oder darauf 1 eintippen. Auf dem Handy ist er hinter Steuerung.",
  "λ_WSD stands at {0}.": "λ_WSD steht bei {0}.",
  "From {0} to {1}: none is above 1/λ_WSD, and largest over smallest is half of what it was or less. A price on weights evens the steps out.":
    "Von {0} bis {1}: Keiner liegt über 1/λ_WSD, und der größte geteilt durch den kleinsten ist höchstens halb so groß wie vorher. Ein Preis auf Gewichte gleicht die Schritte an.",
};
