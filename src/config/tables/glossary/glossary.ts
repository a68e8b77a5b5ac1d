import { HYPERPARAMS } from "../hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS } from "../optimizers";
import { CHART_WORDS, type GlossaryEntry, type GlossaryGroup, LEARNED_WORDS, OBJECTIVE_WORDS } from "./words";

/** A setting whose symbol or name a group above explains is not listed twice. */
const EXPLAINED = new Set([...OBJECTIVE_WORDS, ...LEARNED_WORDS].map(({ word }) => word.toLowerCase()));

const SETTINGS: readonly GlossaryEntry[] = Object.values(HYPERPARAMS)
  .filter(({ label, symbol }) => !EXPLAINED.has(symbol.toLowerCase()) && !EXPLAINED.has(label.toLowerCase()))
  .map(({ label, symbol, summary }) => ({
    word: label,
    sentence: summary,
    ...(symbol ? { name: symbol } : {}),
  }));

const METHODS: readonly GlossaryEntry[] = OPTIMIZER_IDS.map((id) => ({
  word: OPTIMIZERS[id].name,
  sentence: OPTIMIZERS[id].summary,
  place: OPTIMIZERS[id].learns ? ("learned" as const) : ("family" as const),
}));

/** Every symbol, word of a chart, method and setting of the page, in one sentence each. */
export const GLOSSARY: readonly GlossaryGroup[] = [
  { title: "What a step is charged for", entries: OBJECTIVE_WORDS },
  { title: "What APO learns", entries: LEARNED_WORDS },
  { title: "Words on charts and tables", entries: CHART_WORDS },
  { title: "Methods", entries: METHODS },
  { title: "Settings", entries: SETTINGS },
];

/** The entry of a word as the page writes it; of one that has none, nothing. */
export const entryOf = (word: string): GlossaryEntry | undefined =>
  GLOSSARY.flatMap(({ entries }) => entries).find((entry) => entry.word === word);

/** The groups with the entries in which every word of a question stands, anywhere; groups without one are left out. */
export function lookUp(question: string): readonly GlossaryGroup[] {
  const wanted = question.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ word, name = "", sentence }: GlossaryEntry) => {
    const text = `${word} ${word.replace("_", "")} ${name} ${sentence}`.toLowerCase();
    return wanted.every((part) => text.includes(part));
  };
  return GLOSSARY.map((group) => ({ ...group, entries: group.entries.filter(holds) })).filter(
    ({ entries }) => entries.length > 0,
  );
}
