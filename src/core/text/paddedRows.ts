import { PAD } from "../../config/formulas/wordPieces";

/** Sequences of token ids as a matrix, filled up at the end. */
export interface PaddedRows {
  /** Row-major [count, width]. */
  readonly ids: Int32Array;
  /** Tokens of each row without the filling. */
  readonly lengths: Int32Array;
  readonly count: number;
  readonly width: number;
}

/** The rows one below the other. Throws where one is longer than `width`. */
export function paddedRows(rows: readonly (readonly number[])[], width: number): PaddedRows {
  const ids = new Int32Array(rows.length * width).fill(PAD);
  for (const [row, tokens] of rows.entries()) {
    if (tokens.length > width) throw new Error(`Row ${row} has ${tokens.length} tokens; there is room for ${width}`);
    ids.set(tokens, row * width);
  }
  return { ids, lengths: Int32Array.from(rows, ({ length }) => length), count: rows.length, width };
}
