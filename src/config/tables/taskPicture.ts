/** Fixed pictures of a task, made with it and drawn behind what the runs predict. */
export type TaskPicture =
  | {
      kind: "function";
      trainX: Float32Array;
      trainY: Float32Array;
      testX: Float32Array;
      testY: Float32Array;
      /** Where predictions are drawn, ascending. */
      gridX: Float32Array;
    }
  | {
      kind: "surface";
      /** Pairs x, y. */
      trainX: Float32Array;
      trainLabels: Uint8Array;
      /** xMin, xMax, yMin, yMax of the grid; predictions are row-major from yMin, columns from xMin, both ends included. */
      bounds: [number, number, number, number];
      columns: number;
      rows: number;
    }
  | {
      kind: "images";
      width: number;
      height: number;
      classes: string[];
      /** True class of each image. */
      labels: number[];
      /** Indices of the images in the test split. */
      indices: number[];
      /** RGBA, one image after another. */
      pixels: Uint8ClampedArray;
    }
  | {
      kind: "reconstruction";
      width: number;
      height: number;
      /** What each image shows, for its name in words. */
      names: string[];
      /** Indices of the images in the test split. */
      indices: number[];
      /** Grey values in [0, 1], row-major, one image after another. */
      inputs: Float32Array;
    }
  | {
      kind: "parity";
      /** What a point is: a held-out example; the weight along an eigenvector of H; an entry of the product of all layers. */
      points: "examples" | "eigenvectors" | "entries";
      /** What the network is asked, row-major [asked, ...inputShape]. */
      inputs: Float32Array;
      /** What it should answer, row-major [asked, outputs], a point each. */
      targets: Float32Array;
      /** Points from this one on are drawn open; their number where none is. */
      openFrom: number;
      /** Examples that those asked were taken from. */
      outOf: number;
      /** What an answer is, "" where it has no name; told as mean + deviation · answer. */
      quantity: { name: string; mean: number; deviation: number };
    }
  | {
      kind: "translations";
      languages: { source: Language; target: Language };
      /** Held-out texts, and how a person has translated them. */
      sources: string[];
      targets: string[];
      /** Indices of these in the test split. */
      indices: number[];
      /** The piece of each target token. A prediction is the ids of each answer without start and end, filled up: [sources, limit]. */
      tokens: string[];
      limit: number;
      /** Held-out pairs that BLEU is measured on while a run trains, and of all at its end. */
      scored: number;
      outOf: number;
    }
  | { kind: "none" };

/** "German", and "de" as pages tell it. */
interface Language {
  name: string;
  tag: string;
}

/** The picture of answers against targets. */
export type ParityPicture = Extract<TaskPicture, { kind: "parity" }>;

/** The picture of what the runs say of some texts. */
export type TranslationsPicture = Extract<TaskPicture, { kind: "translations" }>;
