/** A matrix of a node that can be chosen. */
export interface LayerChip {
  /** As spectra name it. */
  layer: string;
  /** "q" of `attention1.q`; "" where the node has no other. */
  label: string;
  isChosen: boolean;
  /** For those who cannot see the picture. */
  spoken: string;
}

/** A node as it is drawn, or a part of the input before the first that takes it. */
export interface NetworkRow {
  key: string;
  /** "conv 3×3, 16 → 32" */
  title: string;
  /** Of its value. */
  shape: string;
  /** "APO-P A, B, S · KFAC A, G"; null where there is nothing to learn. */
  learned: string | null;
  /** "stride 2, ReLU" */
  extras: string;
  chips: readonly LayerChip[];
  /** Places of the rows whose values it takes. */
  from: readonly number[];
}

/** The picture of a network. */
export interface NetworkModel {
  rows: readonly NetworkRow[];
  /** "ResNet: 176 k parameters, 17.8 MFLOP an example" */
  note: string;
  /** What is learned of the layer that is chosen; null where that is all of them. */
  chosen: { name: string; sentence: string } | null;
  isSpectrumOpen: boolean;
  summary: string;
}
