/** Tokens [count, length] as rows [count·length, width] of a table [width, vocabulary], `scale` times. */
export interface EmbeddingShape {
  length: number;
  width: number;
  vocabulary: number;
  scale: number;
}
