import type { Words } from "../../words";

/** Tasks and their options. */
export const TASK_WORDS: Words = {
  Auto: "Automatisch",
  "{0}, batch norm": "{0}, Batch Norm",
  "Condition number": "Konditionszahl",
  "Training images": "Trainingsbilder",
  Network: "Netz",
  "MLP, one hidden layer of 100 tanh": "MLP, eine verdeckte Schicht mit 100 tanh",
  Width: "Breite",
  None: "Keine",
  "Batch norm": "Batch Norm",
  Augmentation: "Augmentierung",
  Off: "Aus",
  "Crops and mirror images": "Ausschnitte und Spiegelbilder",
  Size: "Größe",
  "64 numbers a token": "64 Zahlen je Token",
  "32 numbers a token": "32 Zahlen je Token",
  "MLP 784-100-10 tanh, or LeNet-5 ReLU": "MLP 784-100-10 tanh, oder LeNet-5 ReLU",
  "256 points of sin 6x + 0.4 sin 15x with noise of standard deviation 0.1; half the noise variance, 0.005, is the floor.":
    "256 Punkte von sin 6x + 0,4 sin 15x mit Rauschen der Standardabweichung 0,1; die halbe Rauschvarianz, 0,005, ist die Untergrenze.",
  "Linear regression": "Lineare Regression",
  "4,096 points with 8 inputs of chosen condition number and label noise of variance 1, so the best P is known exactly.":
    "4.096 Punkte mit 8 Eingaben gewählter Konditionszahl und Rauschen der Zielwerte mit Varianz 1, sodass das beste P genau bekannt ist.",
  "Linear 8-1, no bias": "Linear 8-1, ohne Bias",
  "1,000 noiseless points whose ten targets are scaled from 1 down to 1e-5, after Rahimi and Recht (2017).":
    "1.000 Punkte ohne Rauschen, deren zehn Zielwerte von 1 bis hinab zu 1e-5 skaliert sind, nach Rahimi und Recht (2017).",
  "Linear 6-6-10, no bias": "Linear 6-6-10, ohne Bias",
  "512 points on two interleaved spirals of 1.75 turns, one per class, with a little noise.":
    "512 Punkte auf zwei verschlungenen Spiralen mit 1,75 Windungen, eine je Klasse, mit wenig Rauschen.",
  "Fuel consumption of cars": "Verbrauch von Autos",
  "392 cars of 1970 to 1982: miles per gallon from six standardised columns; rows with gaps are dropped.":
    "392 Autos von 1970 bis 1982: Meilen je Gallone aus sechs standardisierten Spalten; Zeilen mit Lücken sind weggelassen.",
  "standard deviations": "Standardabweichungen",
  "Real photographs of ten classes, 32×32 pixels: 500 to 5,000 for training and 1,000 for testing, official split. With the official archive, up to 50,000.":
    "Echte Fotos aus zehn Klassen, 32×32 Pixel: 500 bis 5.000 zum Trainieren und 1.000 zum Testen, offizielle Aufteilung. Mit dem offiziellen Archiv bis 50.000.",
  "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 or WRN-28": "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 oder WRN-28",
  "Real photographs of a hundred classes, 32×32 pixels, from the official archive that you bring: up to 50,000 for training and 1,000 for testing; it is sent nowhere.":
    "Echte Fotos aus hundert Klassen, 32×32 Pixel, aus dem offiziellen Archiv, das selbst mitzubringen ist: bis 50.000 zum Trainieren und 1.000 zum Testen; es wird nirgendwohin gesendet.",
  "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 or WRN-28, 100 outputs":
    "LeNet-5 ReLU, AlexNet, VGG16, ResNet-18 oder WRN-28, 100 Ausgaben",
  "Real handwritten digits, 28×28 pixels in [0, 1], squeezed through 16 numbers and drawn again; sigmoid cross-entropy summed over the pixels.":
    "Echte handgeschriebene Ziffern, 28×28 Pixel in [0, 1], durch 16 Zahlen gezwängt und neu gezeichnet; Sigmoid-Kreuzentropie, summiert über die Pixel.",
  "grey values in [0, 1]": "Grauwerte in [0, 1]",
  "MNIST digits": "MNIST-Ziffern",
  "Real handwritten digits, 28×28 pixels: 500 to 5,000 for training and 1,000 for testing, official split.":
    "Echte handgeschriebene Ziffern, 28×28 Pixel: 500 bis 5.000 zum Trainieren und 1.000 zum Testen, offizielle Aufteilung.",
  "Real photographs of clothes and shoes, 28×28 pixels: 500 to 5,000 for training and 1,000 for testing, official split.":
    "Echte Fotos von Kleidern und Schuhen, 28×28 Pixel: 500 bis 5.000 zum Trainieren und 1.000 zum Testen, offizielle Aufteilung.",
  "English to German": "Englisch nach Deutsch",
  "Short texts of LibreOffice's menus and dialogs, 9,610 pairs to train on and 435 to test with, of at most 16 word pieces a side.":
    "Kurze Texte aus Menüs und Dialogen von LibreOffice, 9.610 Paare zum Trainieren und 435 zum Testen, mit höchstens 16 Wortstücken je Seite.",
  "Texts: MPL-2.0": "Texte: MPL-2.0",
  "Transformer, 2 + 2 layers, 4 heads": "Transformer, 2 + 2 Schichten, 4 Köpfe",
  "Word pieces left out": "Wortstücke weggelassen",
  "Embeddings, layer norm and attention have no Kronecker factors.":
    "Embeddings, Layer Norm und Attention haben keine Kronecker-Faktoren.",
  "Your own CSV file": "Eigene CSV-Datei",
  "Regression on a table of yours, read in this browser: numeric columns, standardised; it is sent nowhere.":
    "Regression auf einer eigenen Tabelle, gelesen in diesem Browser: Zahlenspalten, standardisiert; sie wird nirgendwohin gesendet.",
  "MLP inputs-64-1 tanh": "MLP Eingaben-64-1 tanh",
};
