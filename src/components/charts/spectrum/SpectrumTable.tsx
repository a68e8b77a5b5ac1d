import { memo } from "react";
import type { SpectrumModel } from "../../../store/views/spectrum/spectrumModels";
import { certainty } from "../../../store/views/spectrum/spectrumNumbers";
import { formatNumber } from "../../../store/words/format";
import { TableHead } from "../../ui/TableHead";
import { useCalm } from "../figure/useCalm";

/** Numbers of every run's spectrum and of the ideal's, layer by layer, for screen readers, at most every three seconds anew. */
export function SpectrumTable({ layers }: Pick<SpectrumModel, "layers">) {
  return <StillTable layers={useCalm(layers)} />;
}

const TITLES = ["Layer and run", "Smallest", "Mean", "Largest", "Condition number", "Trace", "Known"];

const StillTable = memo(function StillTable({ layers }: Pick<SpectrumModel, "layers">) {
  if (layers.every(({ curves }) => curves.length === 0)) return null;
  return (
    <div className="hidden">
      <table>
        <caption>Eigenvalues by layer and run</caption>
        <TableHead titles={TITLES} />
        <tbody>
          {layers.flatMap(({ name: layer, curves, ideals }) =>
            [...curves, ...ideals].map(
              ({ run, name, min, mean, max, conditionNumber, trace, method, standardError }) => (
                <tr key={`${layer} ${run}`}>
                  <th scope="row">{`${layer}, ${name}`}</th>
                  {[min, mean, max, conditionNumber, trace].map((value, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: five fixed columns
                    <td key={column}>{value === null ? "none" : formatNumber(value)}</td>
                  ))}
                  <td>{certainty(method, standardError)}</td>
                </tr>
              ),
            ),
          )}
        </tbody>
      </table>
    </div>
  );
});
