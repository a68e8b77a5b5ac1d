import type { Words } from "../../words";

/** The scenes ill-conditioning. */
export const ILL_CONDITIONING_SCENE_WORDS: Words = {
  "Nearly round. P’s eigenvalues reach from {0} to {1}: the largest is five times the smallest or more. They are step lengths, one for each direction.":
    "Fast rund. Die Eigenwerte von P reichen von {0} bis {1}: Der größte ist mindestens fünfmal der kleinste. Es sind Schrittlängen, eine für jede Richtung.",
  "Nearly round. The condition number is the largest curvature of the loss over the smallest: here 10. SGD has one rate for all directions, APO-P learns a P. Press Play, and let them come to the end.":
    "Fast rund. Die Konditionszahl ist die größte Krümmung des Verlusts geteilt durch die kleinste: hier 10. SGD hat eine Rate für alle Richtungen, APO-P lernt ein P. Abspielen drücken und bis zum Ende laufen lassen.",
  "Where P came from. Here they reached from {0} to {1}: P starts with one step length for all directions, as SGD keeps it.":
    "Woher P kam. Hier reichten sie von {0} bis {1}: P startet mit einer Schrittlänge für alle Richtungen, wie SGD sie behält.",
  "Where P came from. Move the slider of past steps to one of the first ten steps.":
    "Woher P kam. Den Regler der vergangenen Schritte auf einen der ersten zehn Schritte stellen.",
  "Learn it again. The condition number is 1000 now. From {0} to {1}: largest over smallest is twice what it was or more, far from a hundred times. The largest is still below what theory gives.":
    "Neu lernen. Die Konditionszahl ist jetzt 1000. Von {0} bis {1}: Der größte geteilt durch den kleinsten ist mindestens das Doppelte von vorher, weit weg vom Hundertfachen. Der größte liegt noch unter dem, was die Theorie angibt.",
  "Make it a ravine. Open Methods and settings, and type 1000 behind Condition number: the flattest direction gets a hundred times flatter. Learn it again. Press Play, and let them come to the end.":
    "Eine Schlucht daraus machen. Verfahren und Einstellungen öffnen und bei Konditionszahl 1000 eintippen: Die flachste Richtung wird hundertmal flacher.\nNeu lernen. Abspielen drücken und bis zum Ende laufen lassen.",
  "Does the loss tell? Hardly: in loss over all data the two end within a hundredth of each other, and APO-P paid {0} passes, SGD {1}. Flat directions weigh little in this loss.":
    "Sagt es der Verlust? Kaum: Im Verlust über alle Daten enden die beiden höchstens ein Hundertstel auseinander, und APO-P hat {0} Durchgänge bezahlt, SGD {1}. Flache Richtungen wiegen in diesem Verlust wenig.",
  "Does the loss tell? Under the charts, let the x-axis count gradients in the place of steps, and read the losses.":
    "Sagt es der Verlust? Unter den Diagrammen die x-Achse Gradienten statt Schritte zählen lassen und die Verluste ablesen.",
  "And see. λ_WSD of APO-P is 1.0 now. From {0} to {1}: none is above 1/λ_WSD, and largest over smallest is half of what it was or less. A price on weights evens the steps out.":
    "Und ansehen. λ_WSD von APO-P ist jetzt 1,0. Von {0} bis {1}: Keiner liegt über 1/λ_WSD, und der größte geteilt durch den kleinsten ist höchstens halb so groß wie vorher. Ein Preis auf Gewichte gleicht die Schritte an.",
  "Now bound the steps. λ_WSD charges every move of the weights, so it ends the long steps. Press Reset. A price on weights. Move λ_WSD to 1 or more. And see. Press Play, and let them come to the end.":
    "Jetzt die Schritte begrenzen. λ_WSD berechnet jede Bewegung der Gewichte, beendet also die langen Schritte. Zurücksetzen drücken.\nEin Preis auf Gewichte. λ_WSD auf 1 oder mehr stellen.\nUnd ansehen. Abspielen drücken und bis zum Ende laufen lassen.",
};
