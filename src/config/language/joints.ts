/** Between two sentences. */
export const SENTENCE = /(?<=[.!?]) (?=[^a-z])/;

/** Before what has happened to what is named. */
const BEFORE_CHANGE = / (?=(?:fell by|rose|hardly changed|stayed as|went from) )/g;

/** Joints that are words. */
export const ALSO: Readonly<Record<string, string>> = { " and ": " und ", " or ": " oder " };

/** What parts a text that was joined from several, from the coarsest on. */
export const JOINTS = [
  /(?<=[.!?]) (?=[^a-z])/g,
  /; /g,
  / · /g,
  /: /g,
  /, /g,
  / and | or /g,
  / \(|\)/g,
  / – | \/ | \+ /g,
  BEFORE_CHANGE,
];

/** Before the number that a name has behind it. */
export const BEFORE_NUMBERS = [/ (?=[±<~−-]?\d)/g];
