import { defaultInputs, describeFormat, doubtIn, leftOutOf, whyUnusable } from "../../config/experiment/csv";
import { quote } from "../../config/experiment/notes";
import { createStableSelector } from "../experiment/memo";
import { formatNumber } from "../words/format";

/** What the card that asks for a file says; null where it is closed. */
export interface CsvCardModel {
  title: string;
  /** The link's own wish, "" where it has none. */
  wish: string;
  /** Name of the file being read. */
  reading: string | null;
  /** Something is trained that the card can be closed for. */
  canClose: boolean;
}

export const selectCsvCard = createStableSelector(({ csv, status, config }): CsvCardModel | null => {
  if (!csv.isAsking && csv.reading === null) return null;
  const { file = "", target = null, inputs = null, without = [] } = (status === "needsFile" && config.csv) || {};
  const parts = [
    target === null ? "" : `target ${quote(target)}`,
    inputs === null ? "" : `${inputs.length} ${inputs.length === 1 ? "input" : "inputs"}`,
    without.length === 0 ? "" : `all but ${without.length} ${without.length === 1 ? "column" : "columns"}`,
  ].filter((part) => part !== "");
  return {
    title: file === "" ? "Train on your own CSV file" : `This link needs your file ${file}`,
    wish: [
      file === "" ? "" : "A link holds no data: choose the file here.",
      parts.length === 0 ? "" : `Kept from the link: ${parts.join(", ")}.`,
    ]
      .join(" ")
      .trim(),
    reading: csv.reading?.name ?? null,
    canClose: status !== "needsFile" && csv.isAsking,
  };
});

/** The file that is trained on, in sentences; null for another task or before it is read. */
export const selectCsvText = createStableSelector(({ config, csv }): { file: string; sentences: string[] } | null => {
  const { file, use } = csv;
  if (config.task !== "csv" || !file) return null;
  const count = (value: number) => value.toLocaleString("en");
  const sentences = [`has ${count(file.rows)} rows.`];
  if (use) {
    sentences[0] = `has ${count(file.rows)} rows: ${count(use.trainCount)} to train on, ${count(use.testCount)} to test.`;
    sentences.push(`${use.dropped === 0 ? "None" : count(use.dropped)} dropped for missing values.`);
    if (use.leftOut > 0) sentences.push(`${count(use.leftOut)} more than can be used were left out by the seed.`);
    sentences.push(
      `An MLP ${use.inputs.length}-64-1 tanh learns ${use.target}, all standardised: an RMSE of 1 is ${formatNumber(use.deviation, 3)} in the unit of ${use.target}.`,
    );
  }
  sentences.push(`Read with ${describeFormat(file)}.`);
  sentences.push(doubtIn(file)?.detail ?? "");
  sentences.push(leftOutOf(file, { target: use?.target ?? null, inputs: config.csv?.inputs ?? null }));
  return { file: file.file, sentences: sentences.filter((sentence) => sentence !== "") };
});

/** A column as the settings offer it. */
export interface CsvColumnModel {
  name: string;
  role: "target" | "input" | "unused";
  /** Why it cannot be chosen, "" where it can. */
  why: string;
  missing: number;
}

/** The columns of the file that is trained on; empty for another task. */
export const selectCsvColumns = createStableSelector(({ config, csv: { file } }): readonly CsvColumnModel[] => {
  if (!config.csv || !file) return [];
  const { target } = config.csv;
  const inputs = config.csv.inputs ?? defaultInputs(file, target ?? "");
  return file.columns.map((column) => ({
    name: column.name,
    role: column.name === target ? "target" : inputs.includes(column.name) ? "input" : "unused",
    why: whyUnusable(column),
    missing: column.missing,
  }));
});
