import { type CsvChoice, type CsvSummary, doubtIn } from "../../config/experiment/csv";
import { chooseColumns } from "../../core/data/csv/chooseColumns";
import { type CsvTable, summaryOf } from "../../core/data/csv/table";
import type { Notice } from "../../protocol/messages";

/** What a table holds, which of its columns train where nothing better is known, and what is to be said of both. */
export interface CsvOffer {
  summary: CsvSummary;
  choice: CsvChoice;
  notices: Notice[];
}

/** Throws `TaskError` for a table that nothing can be trained on. */
export function offerOf(table: CsvTable, wish: CsvChoice): CsvOffer {
  const { choice, notes } = chooseColumns(table, wish, "lenient");
  const notices = [...notes, doubtIn(table) ?? []].flat().map((note): Notice => ({ level: "warning", ...note }));
  return { summary: summaryOf(table), choice, notices };
}
