import type { Words } from "../../words";

/** What is said of a number or a word that cannot be taken. */
export const CHECK_WORDS: Words = {
  "{0} of {1}": "{0} von {1}",
  "above {0}": "über {0}",
  "at least {0}": "mindestens {0}",
  "below {0}": "unter {0}",
  "at most {0}": "höchstens {0}",
  "{0} to {1}": "{0} bis {1}",
  "Allowed: {0}{1}.": "Erlaubt: {0}{1}.",
  "a whole number,": "eine ganze Zahl,",
  "{0} is {1}": "{0} ist {1}",
  "Using {0}.": "Verwendet wird {0}.",
  "Give a number in that range.": "Eine Zahl in diesem Bereich angeben.",
  "Allowed: {0}.": "Erlaubt: {0}.",
  "Choose one of these.": "Eines davon wählen.",
  "its top": "ihrem Anfang",
  "Found {0}. {1}": "Gefunden: {0}. {1}",
  "Allowed: a value of type {0}.": "Erlaubt: ein Wert vom Typ {0}.",
  "Allowed: {0} or more.": "Erlaubt: {0} oder mehr.",
  "Allowed: {0} or less.": "Erlaubt: {0} oder weniger.",
  "It has no part {0}.": "Es gibt keinen Teil {0}.",
  "It does not fit the format ({0}).": "Es passt nicht zum Format ({0}).",
};
