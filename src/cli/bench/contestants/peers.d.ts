/* What the benchmark uses of two peers that come without types of their own, or with types for another entry. */
declare module "convnetjs" {
  interface Vol {
    w: Float64Array;
  }
  interface Layer {
    filters?: Vol[];
    biases?: Vol;
  }
  const convnetjs: {
    Vol: new (sx: number, sy: number, depth: number, value: number) => Vol;
    Net: new () => { layers: Layer[]; makeLayers(definitions: object[]): void };
    Trainer: new (net: object, options: object) => { train(x: Vol, y: number | number[]): { loss: number } };
  };
  // biome-ignore lint/style/noDefaultExport: it is what Node makes of a CommonJS module
  export default convnetjs;
}

declare module "brain.js/dist/browser.js" {
  export class NeuralNetwork {
    constructor(options: object);
    biases: Float32Array[];
    weights: Float32Array[][];
    initialize(): void;
    trainPattern(example: { input: Float32Array; output: Float32Array }, logErrorRate: boolean): number | null;
  }
}
