/** A table in words: a title over the rows' heads and over each column of cells. Titles differ. */
export interface TableText {
  caption: string;
  titles: readonly string[];
  /** No table where there are none. */
  rows: readonly TableTextRow[];
}

interface TableTextRow {
  /** Of this row alone. */
  key: string | number;
  head: string;
  /** One for each title but the first. */
  cells: readonly string[];
  /** Of the head and each cell, where what they say is in a language of its own. */
  languages?: readonly (string | undefined)[];
}
