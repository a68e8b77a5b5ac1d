import type { ParityPicture } from "../../config/tables/taskPicture";
import { formatNumber } from "../words/format";
import type { ParityRunModel } from "./parityModel";

/** What stands around a parity picture: its title, what its axes count, and a note. */
export interface ParityWords {
  title: string;
  x: string;
  y: string;
  /** Of what the points are, and how they are read. */
  note: string;
}

type Words = Omit<ParityWords, "note"> & { note(picture: ParityPicture): string };

const WORDS: Record<ParityPicture["points"], Words> = {
  examples: {
    title: "Prediction against target",
    x: "target",
    y: "prediction",
    note({ targets: { length }, outOf }) {
      const count = length < outOf ? `${length} of ${outOf.toLocaleString("en")}` : length;
      return `${count} test examples, on the line: right`;
    },
  },
  eigenvectors: {
    title: "Learned weights",
    x: "least squares",
    y: "learned",
    note: ({ targets: { length }, openFrom }) =>
      `${length} eigenvectors of H, open: its ${length - openFrom} smallest eigenvalues; on the line: learned`,
  },
  entries: {
    title: "Learned matrix",
    x: "target",
    y: "learned",
    note: ({ targets: { length } }) => `${length} entries of the product of both layers; on the line: learned`,
  },
};

/** The words of a parity picture; the x-axis has the name of its quantity. */
export function parityWords(picture: ParityPicture): ParityWords {
  const { note, x, ...words } = WORDS[picture.points];
  const { name } = picture.quantity;
  return { ...words, x: name === "" ? x : `${x}: ${name}`, note: note(picture) };
}

interface ToldModel {
  words: ParityWords;
  runs: readonly ParityRunModel[];
  /** Of which step, null before the first. */
  when: string | null;
}

/** The picture in a sentence: how far each run is off. */
export function paritySummary({ words: { title, x, note }, runs, when }: ToldModel): string {
  if (when === null) return `${title}: no run has been asked yet.`;
  const errors = runs.flatMap(({ name, error, beyond }) =>
    error === null ? [] : [`${name}: ${formatNumber(error, 3)}${beyond === 0 ? "" : `, ${beyond} beyond the axes`}`],
  );
  const what = `${title} ${when}`;
  const points = x.includes(":") ? `${x}; ${note}` : note;
  return `${what} (${points}). RMSE of ${errors.join("; ")}.`;
}
