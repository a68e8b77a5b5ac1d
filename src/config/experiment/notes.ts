/** Something wrong or changed in an experiment as given, in the words that a notice shows. */
export interface Note {
  /** The thing: "λ_FSD of run apo-p is −3". */
  title: string;
  /** The allowed values, and what was taken instead if anything was. */
  detail: string;
  /** What to do. */
  remedy: string;
}

/** An experiment that cannot run as asked; lists every problem found. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly notes: readonly Note[]) {
    super(notes.map(({ title, detail, remedy }) => `${title}. ${detail} ${remedy}`).join("\n"));
  }
}

/** The first of many different notes, and one behind them that counts the others. */
export function firstNotes(
  notes: readonly Note[],
  most: number,
  countOthers: (others: number) => Note,
): readonly Note[] {
  const different = [...new Map(notes.map((note) => [`${note.title} ${note.detail}`, note])).values()];
  return different.length <= most ? different : [...different.slice(0, most), countOthers(different.length - most)];
}

/** Shows a value from outside in a message: short, on one line. */
export function quote(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
