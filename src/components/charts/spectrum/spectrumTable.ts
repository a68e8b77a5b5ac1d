import type { SpectrumLayerModel } from "../../../store/views/spectrum/spectrumModels";
import { certainty } from "../../../store/views/spectrum/spectrumNumbers";
import { formatNumber } from "../../../store/words/format";
import type { TableText } from "../../../store/words/tableText";

const TITLES = ["Layer and run", "Smallest", "Mean", "Largest", "Condition number", "Trace", "Known"];

/** Numbers of every run's spectrum and of the ideal's, layer by layer. */
export function spectrumTable(layers: readonly SpectrumLayerModel[]): TableText {
  const isMeasured = layers.some(({ curves }) => curves.length > 0);
  return {
    caption: "Eigenvalues by layer and run",
    titles: TITLES,
    rows: (isMeasured ? layers : []).flatMap(({ name: layer, curves, ideals }) =>
      [...curves, ...ideals].map(({ run, name, min, mean, max, conditionNumber, trace, method, standardError }) => ({
        key: `${layer} ${run}`,
        head: `${layer}, ${name}`,
        cells: [
          ...[min, mean, max, conditionNumber, trace].map((value) => (value === null ? "none" : formatNumber(value))),
          certainty(method, standardError),
        ],
      })),
    ),
  };
}
