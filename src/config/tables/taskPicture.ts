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
  | { kind: "none" };
