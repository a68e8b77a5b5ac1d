import type { Words } from "../../words";

/** A given problem: what of it does not fit together. */
export const GERMAN_GIVEN_OF_CORE: Words = {
  "fsdBatches is missing; every APO run needs it": "fsdBatches fehlt; jeder APO-Lauf braucht es",
  "targetNoise is missing; every KFAC run needs it": "targetNoise fehlt; jeder KFAC-Lauf braucht es",
  "And {0} more.": "Und {0} weitere.",
  "The given problem does not fit together": "Das gegebene Problem passt nicht zusammen",
  "Correct these fields of given in the config file.": "Diese Felder von given in der Konfiguration berichtigen.",
  "layers is empty": "layers ist leer",
  "xShape must be [inputs] or [channels, height, width]": "xShape muss [inputs] oder [channels, height, width] sein",
  "sequences and the loss tokenCrossEntropy belong together":
    "sequences und der Verlust tokenCrossEntropy gehören zusammen",
  "xShape must be the {0} source and {1} target tokens of sequences":
    "xShape muss die {0} Quell- und {1} Zieltoken von sequences sein",
  "the last layer must give {0}": "die letzte Schicht muss {0} geben",
  "one row for each token of the decoder": "eine Zeile für jedes Token des Decoders",
  "a vector": "einen Vektor",
  "initialParams has {0} matrices; layers has {1}": "initialParams hat {0} Matrizen; layers hat {1}",
  "initialParams[{0}] must have {1} rows of {2} numbers ({3})":
    "initialParams[{0}] muss {1} Zeilen mit {2} Zahlen haben ({3})",
  "x[{0}] has {1} numbers; xShape says {2}": "x[{0}] hat {1} Zahlen; xShape sagt {2}",
  "y has {0} rows; x has {1}": "y hat {0} Zeilen; x hat {1}",
  "{0} numbers": "{0} Zahlen",
  "a class from 0 to {0}": "eine Klasse von 0 bis {0}",
  "{0} numbers from 0 to 1": "{0} Zahlen von 0 bis 1",
  "{0} tokens from 0 to {1}": "{0} Token von 0 bis {1}",
  "y[{0}] must be {1} for {2}": "y[{0}] muss {1} für {2} sein",
  "x[{0}] has tokens beyond {1}, the last of layers[{2}]":
    "x[{0}] hat Token jenseits von {1}, dem letzten von layers[{2}]",
  "x[{0}] must begin with a token in both parts, and have padding only behind the last":
    "x[{0}] muss in beiden Teilen mit einem Token beginnen und Füllung nur hinter dem letzten haben",
  "y[{0}] and what the decoder reads in x[{1}] must have padding at the same places":
    "y[{0}] und was der Decoder in x[{1}] liest, müssen an denselben Stellen Füllung haben",
  "{0} has {1} batches for {2} steps": "{0} hat {1} Batches für {2} Schritte",
  "{0}[{1}] is empty": "{0}[{1}] ist leer",
  "{0}[{1}] names a row beyond {2}, the last of x": "{0}[{1}] nennt eine Zeile jenseits von {2}, der letzten von x",
  "targetNoise has {0} entries for {1} steps": "targetNoise hat {0} Einträge für {1} Schritte",
  "uniform draws in [0, 1) [batch]": "gleichverteilte Züge aus [0, 1) [batch]",
  "uniform draws in [0, 1) [batch][{0}]": "gleichverteilte Züge aus [0, 1) [batch][{0}]",
  "nothing: no method that samples targets trains on sequences":
    "nichts: kein Verfahren, das Zielwerte zieht, trainiert auf Folgen",
  "targetNoise[{0}] must hold {1}": "targetNoise[{0}] muss {1} enthalten",
};
