import type { Words } from "../../words";

/** What the poster claims, what each study is of, and what is proved. */
export const POSTER_WORDS: Words = {
  "validation accuracy or BLEU": "Validierungsgenauigkeit oder BLEU",
  "validation RMSE": "RMSE der Validierung",
  "training loss": "Trainingsverlust",
  "APO-η is ahead of the best fixed learning rate, and competitive with a step schedule (WRN-28-10, CIFAR-10, SGDm).":
    "APO-η liegt vor der besten festen Lernrate und kann mit einem Stufenplan mithalten (WRN-28-10, CIFAR-10, SGDm).",
  "APO-η hardly depends on the learning rate that it starts from.":
    "APO-η hängt kaum von der Lernrate ab, bei der es startet.",
  "APO-P is ahead of SGDm, Adam and KFAC in test accuracy and in BLEU, or equal to them.":
    "APO-P liegt in Testgenauigkeit und BLEU vor SGDm, Adam und KFAC oder gleichauf.",
  "ahead of the best of the three by 0.02 to 6.11 points in eight rows, without error bars":
    "vor dem besten der drei um 0,02 bis 6,11 Punkte in acht Zeilen, ohne Fehlerbalken",
  "In ill-conditioned regression APO-P is ahead of first-order methods.":
    "In schlecht konditionierter Regression liegt APO-P vor Verfahren erster Ordnung.",
  "In 16 bits KFAC loses accuracy, and APO-P does not.": "In 16 Bit verliert KFAC an Genauigkeit, APO-P nicht.",
  "LeNet, ResNet-18, ResNet-18 on CIFAR-100: KFAC −1.68, −1.88, −3.36 points; APO-P −0.17, +0.04, −1.41":
    "LeNet, ResNet-18, ResNet-18 auf CIFAR-100: KFAC −1,68, −1,88, −3,36 Punkte; APO-P −0,17, +0,04, −1,41",
  "A meta-update takes three forward passes and one backward pass, every K steps; the memory is twice the model's.":
    "Ein Meta-Update braucht drei Vorwärtsdurchgänge und einen Rückwärtsdurchgang, alle K Schritte; der Speicher ist das Doppelte des Modells.",
  "(3 forward + 1 backward) ÷ K, 2 times the model": "(3 vorwärts + 1 rückwärts) ÷ K, das Doppelte des Modells",
  "Known methods are the proximal point with parts approximated or left out.":
    "Bekannte Verfahren sind der Proximalpunkt mit genäherten oder weggelassenen Teilen.",
  equations: "Gleichungen",
  "The prices work: with more λ_FSD the function changes less, with more λ_WSD steps are shorter.":
    "Die Preise wirken: Mit mehr λ_FSD ändert sich die Funktion weniger, mit mehr λ_WSD sind die Schritte kürzer.",
  "Deep linear network": "Tiefes lineares Netz",
  Cars: "Autos",
  "Linear regression, κ = 10,000": "Lineare Regression, κ = 10.000",
  "MNIST autoencoder": "MNIST-Autoencoder",
  "LeNet-5 on CIFAR-10": "LeNet-5 auf CIFAR-10",
  "AlexNet ×1/4 on CIFAR-10": "AlexNet ×1/4 auf CIFAR-10",
  "Noisy sine": "Verrauschter Sinus",
  "Two spirals": "Zwei Spiralen",
  "Linear regression, κ = 30": "Lineare Regression, κ = 30",
  "MNIST digits, MLP": "MNIST-Ziffern, MLP",
  "ResNet-18 ×1/8 on CIFAR-10": "ResNet-18 ×1/8 auf CIFAR-10",
  "VGG16 ×1/8 on CIFAR-10": "VGG16 ×1/8 auf CIFAR-10",
  "WRN-28-0.5 on CIFAR-10": "WRN-28-0.5 auf CIFAR-10",
  "Transformer, English to German": "Transformer, Englisch nach Deutsch",
  "Gradient descent: loss to first order, WSD": "Gradientenabstieg: Verlust in erster Ordnung, WSD",
  "Natural gradient: loss to first order, FSD to second":
    "Natürlicher Gradient: Verlust in erster Ordnung, FSD in zweiter",
  "Hessian-free: loss to second order, WSD": "Hessian-free: Verlust in zweiter Ordnung, WSD",
  "The proximal point: all three exact": "Der Proximalpunkt: alle drei exakt",
  "KFAC: APO-P with the factors of the curvature in it": "KFAC: APO-P mit den Faktoren der Krümmung darin",
  "APO-P, dense, on a quadratic: learns the proximal point":
    "APO-P, dicht, auf einer Quadratischen: lernt den Proximalpunkt",
  "APO-P, structured, from the identity: comes near it":
    "APO-P, strukturiert, von der Einheitsmatrix aus: kommt ihm nahe",
  "APO-η on a quadratic: learns the best η": "APO-η auf einer Quadratischen: lernt das beste η",
};
