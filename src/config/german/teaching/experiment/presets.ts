import type { Words } from "../../words";

/** Presets: their names, and what to look for. */
export const PRESET_WORDS: Words = {
  "Small problems": "Kleine Probleme",
  "The poster's networks": "Die Netze des Posters",
  "CIFAR-10 on LeNet-5": "CIFAR-10 mit LeNet-5",
  "All five start at the same loss on real photographs; KFAC's training loss falls furthest, and its test loss rises highest.":
    "Alle fünf starten auf echten Fotos beim selben Verlust; der Trainingsverlust von KFAC fällt am tiefsten, sein Testverlust steigt am höchsten.",
  "CIFAR-10 on AlexNet": "CIFAR-10 mit AlexNet",
  "After 200 steps KFAC is first in test accuracy; the other four lie within five points of each other.":
    "Nach 200 Schritten liegt KFAC in der Testgenauigkeit vorn; die anderen vier liegen höchstens fünf Punkte auseinander.",
  "CIFAR-10 on VGG16": "CIFAR-10 mit VGG16",
  "In test accuracy KFAC is first after 120 steps, and APO-η is ahead of APO-P.":
    "In der Testgenauigkeit liegt KFAC nach 120 Schritten vorn, und APO-η liegt vor APO-P.",
  "CIFAR-10 on ResNet-18": "CIFAR-10 mit ResNet-18",
  "After 120 steps all five name a quarter or more of the test images, where chance names a tenth; who is first changes with the seed.":
    "Nach 120 Schritten erkennen alle fünf mindestens ein Viertel der Testbilder, wo der Zufall ein Zehntel trifft; wer vorn liegt, wechselt mit dem Startwert.",
  "ResNet-18 in 16 bits": "ResNet-18 in 16 Bit",
  "After 50 steps neither APO-P nor KFAC is a tenth worse in training loss in bf16 than in fp32.":
    "Nach 50 Schritten ist weder APO-P noch KFAC im Trainingsverlust in bf16 um ein Zehntel schlechter als in fp32.",
  "WRN-28: η and a schedule": "WRN-28: η und ein Lernratenplan",
  "After 50 steps APO-η on SGDm, started at 0.01, is level with the schedule in test accuracy, and behind the best fixed rate.":
    "Nach 50 Schritten liegt APO-η auf SGDm, gestartet bei 0,01, in der Testgenauigkeit gleichauf mit dem Lernratenplan und hinter der besten festen Rate.",
  "CIFAR-100 on ResNet-18": "CIFAR-100 mit ResNet-18",
  "The archive is yours to bring: no run of ours has seen it yet.":
    "Das Archiv ist selbst mitzubringen: Kein Lauf von uns hat es bisher gesehen.",
  "German on a Transformer": "Deutsch mit einem Transformer",
  "After 100 steps Adam and APO-η have the lowest training loss; APO-P is third, SGDm last.":
    "Nach 100 Schritten haben Adam und APO-η den niedrigsten Trainingsverlust; APO-P ist Dritter, SGDm Letzter.",
  "λ_FSD ×10 at step 250": "λ_FSD ×10 bei Schritt 250",
  "At step 250 moving the outputs gets ten times as dear: FSD swells past a tenth of APO-η's Q, beside WSD, and by the end η has lost a third or more.":
    "Bei Schritt 250 wird die Bewegung der Ausgaben zehnmal so teuer: FSD schwillt auf mehr als ein Zehntel von Q bei APO-η an, neben WSD, und bis zum Ende hat η mindestens ein Drittel verloren.",
  "η rises, then decays": "η steigt, dann fällt es",
  "APO-η starts SGDm at 0.001, climbs past 0.01, comes down by a tenth or more, and ends within a fifth of a tuned SGDm's loss.":
    "APO-η startet SGDm bei 0,001, steigt über 0,01, fällt um ein Zehntel oder mehr und endet höchstens ein Fünftel vom Verlust eines abgestimmten SGDm entfernt.",
  "Linear, in closed form": "Linear, in geschlossener Form",
  "The eigenvalues of P settle within a tenth of 1 / ((1 + λ_FSD) h + λ_WSD), h those of E[xxᵀ], and no inverse was taken.":
    "Die Eigenwerte von P kommen bis auf ein Zehntel an 1 / ((1 + λ_FSD) h + λ_WSD) heran, h die von E[xxᵀ], und keine Inverse wurde gebildet.",
  "Five decades of curvature": "Fünf Zehnerpotenzen Krümmung",
  "By step 500 APO-P and KFAC are below 1e-3 and Adam is above it, because the ten targets differ in scale by 1e5.":
    "Bis Schritt 500 liegen APO-P und KFAC unter 1e-3 und Adam darüber, weil sich die zehn Zielwerte in der Skala um 1e5 unterscheiden.",
  "Where APO loses: the sine": "Wo APO verliert: der Sinus",
  "KFAC's training loss after 150 steps is lower than APO-P's or Adam's after 1,000.":
    "Der Trainingsverlust von KFAC ist nach 150 Schritten niedriger als der von APO-P oder Adam nach 1.000.",
  "Too much learning rate": "Zu hohe Lernrate",
  "SGDm at ten times its tuned η blows up and stops; the others go on, and the message says at which step.":
    "SGDm mit dem Zehnfachen seines abgestimmten η läuft auseinander und hält an; die anderen laufen weiter, und die Meldung sagt, bei welchem Schritt.",
  "Four starts, one end": "Vier Anfänge, ein Ende",
  "SGDm under APO-η, started at rates from 0.0001 to 0.1, ends at losses within a fifth of each other, and at rates within a factor of two.":
    "SGDm unter APO-η, gestartet bei Raten von 0,0001 bis 0,1, endet bei Verlusten, die höchstens ein Fünftel auseinanderliegen, und bei Raten, die sich höchstens um den Faktor zwei unterscheiden.",
};
