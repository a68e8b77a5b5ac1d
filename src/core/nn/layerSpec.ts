/** One layer as a task or a config file describes it (TRACE.md, `given.layers`). */
export type LayerSpec =
  | { kind: "dense"; inputs: number; outputs: number; activation: "tanh" | "relu" | "linear"; bias: boolean }
  | {
      kind: "conv";
      channels: number;
      outputs: number;
      kernel: number;
      activation: "tanh" | "relu" | "linear";
      pool: number;
      bias?: boolean;
    };
