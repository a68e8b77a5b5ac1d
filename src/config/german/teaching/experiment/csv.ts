import type { Words } from "../../words";

/** What is said of a CSV file and its cells. */
export const CSV_WORDS: Words = {
  "amount of money": "Geldbetrag",
  "number in digits of another script": "Zahl in Ziffern einer anderen Schrift",
  "number behind another dash than a minus": "Zahl hinter einem anderen Strich als dem Minus",
  "number in brackets": "Zahl in Klammern",
  "number beyond double precision": "Zahl jenseits der doppelten Genauigkeit",
  "number written in another way": "anders geschriebene Zahl",
  "number with a unit": "Zahl mit Einheit",
  "{0} is not a number": "{0} ist keine Zahl",
  "{0} is a {1}, which is not read": "{0}: {1}, wird nicht gelesen",
  "{0} is an {1}, not a number": "{0}: {1}, keine Zahl",
  "{0} is a {1}, not a number": "{0}: {1}, keine Zahl",
  "vertical bars": "senkrechte Striche",
  "{0} between columns": "{0} zwischen den Spalten",
  "whole numbers": "ganze Zahlen",
  "decimal points": "Dezimalpunkte",
  "decimal commas": "Dezimalkommas",
  commas: "Kommas",
  semicolons: "Semikolons",
  tabs: "Tabs",
  dots: "Punkte",
  blanks: "Leerzeichen",
  apostrophes: "Apostrophe",
  "{0} between thousands": "{0} zwischen den Tausendern",
  "The numbers of {0} can be read in two ways": "Die Zahlen in {0} lassen sich auf zwei Arten lesen",
  "{0} in line {1}, column {2} is read as {3}; nothing in the file rules out {4}.":
    "{0} in Zeile {1}, Spalte {2}, wird als {3} gelesen; nichts in der Datei schließt {4} aus.",
  "One number that can be read in one way only, such as 0.5 or 0,5, settles it.":
    "Eine Zahl, die sich nur auf eine Art lesen lässt, wie 0.5 oder 0,5, klärt es.",
  "in line {0}, column {1}": "in Zeile {0}, Spalte {1}",
  "numbers too far apart: beside {0}{1} single precision takes most others for the same":
    "Zahlen zu weit auseinander: neben {0}{1} hält die einfache Genauigkeit die meisten anderen für gleich",
  "one of them": "einer davon",
  "the same number in every row": "in jeder Zeile dieselbe Zahl",
  "no values": "keine Werte",
  "{0} (no value in {1} of {2} rows)": "{0} (kein Wert in {1} von {2} Zeilen)",
  "Left out: {0}.": "Weggelassen: {0}.",
  "csv is {0}": "csv ist {0}",
  'Allowed: an object such as {"file": "houses.csv", "target": "price", "inputs": ["rooms", "age"]}, or "without" in place of "inputs".':
    'Erlaubt: ein Objekt wie {"file": "houses.csv", "target": "price", "inputs": ["rooms", "age"]}, oder "without" statt "inputs".',
  "Using what fits of it.": "Verwendet wird, was davon passt.",
  "Name the columns as the file's header does.": "Die Spalten so nennen wie die Kopfzeile der Datei.",
};
