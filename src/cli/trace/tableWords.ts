import { type CsvSummary, describeFormat, doubtIn, leftOutOf } from "../../config/experiment/csv";
import type { ChosenColumns } from "../../core/data/csv/chooseColumns";

/** What the command line says of a table, by lines: its format, what could be read in two ways, what is trained on and what not. */
export function tableWords(
  table: CsvSummary,
  { target, inputs }: ChosenColumns["choice"],
  areUsual: boolean,
): readonly string[] {
  const doubt = doubtIn(table);
  return [
    `${table.file}: ${describeFormat(table)}`,
    doubt ? `${doubt.title}. ${doubt.detail} ${doubt.remedy}` : "",
    `Target: ${target}. Inputs: ${inputs.join(", ")}.`,
    leftOutOf(table, { target, inputs: areUsual ? null : inputs }),
  ].filter((line) => line !== "");
}
