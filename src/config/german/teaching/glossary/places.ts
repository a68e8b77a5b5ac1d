import type { Words } from "../../words";

/** Headings of the article and of the glossary's groups. */
export const PLACE_WORDS: Words = {
  "What a step is charged for": "Was ein Schritt kostet",
  "What APO learns": "Was APO lernt",
  "Words on charts and tables": "Wörter in Diagrammen und Tabellen",
  Methods: "Verfahren",
  Settings: "Einstellungen",
  "How far should one step go?": "Wie weit soll ein Schritt gehen?",
  "The proximal point": "Der Proximalpunkt",
  "Known methods, the same objective": "Bekannte Verfahren, dieselbe Zielfunktion",
  "Why amortize": "Warum amortisieren",
  "Algorithm 1, line by line": "Algorithmus 1, Zeile für Zeile",
  "The two prices": "Die beiden Preise",
  "K, and what it saves": "K, und was es spart",
  "What APO can learn": "Was APO lernen kann",
  "Where P goes": "Wohin P geht",
  "What the spectrum says": "Was das Spektrum sagt",
  "What to believe": "Was davon zu halten ist",
  "Three exercises": "Drei Aufgaben",
  Sources: "Quellen",
};
