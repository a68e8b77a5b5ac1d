import { memo } from "react";
import { formatErrorBar, formatNumber } from "../../store/format";
import type { SpectrumModel } from "../../store/viewModels";
import { useCalm } from "./useCalm";

/** Smallest, mean and largest eigenvalue, and the error of an estimate, of every run and layer, for screen readers, at most every three seconds anew. */
export function SpectrumTable({ layers }: Pick<SpectrumModel, "layers">) {
  return <StillTable layers={useCalm(layers)} />;
}

const StillTable = memo(function StillTable({ layers }: Pick<SpectrumModel, "layers">) {
  if (layers.every(({ curves }) => curves.length === 0)) return null;
  return (
    <div className="hidden">
      <table>
        <caption>Eigenvalues by layer and run</caption>
        <thead>
          <tr>
            {["Layer and run", "Smallest", "Mean", "Largest", "Error of the geometric mean"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.flatMap(({ name: layer, curves }) =>
            curves.map(({ run, name, min, mean, max, standardError }) => (
              <tr key={`${layer} ${run}`}>
                <th scope="row">
                  {layer}, {name}
                </th>
                {[min, mean, max].map((value, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
                  <td key={column}>{formatNumber(value)}</td>
                ))}
                <td>{standardError === null ? "exact" : formatErrorBar(standardError)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
});
