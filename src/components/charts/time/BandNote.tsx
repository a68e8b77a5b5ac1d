import type { GridBand } from "../../../store/charts/chartModels";
import { MathSymbol } from "../../ui/MathSymbol";

/** What a band is, beside the title of its chart: "; band: 8 fixed η of SGD". */
export function BandNote({ band }: { band: GridBand | null }) {
  return band && band.visibility === "shown" ? (
    <span className="opt">
      <span>{`; band: ${band.size} fixed `}</span>
      <MathSymbol symbol="η" />
      <span>{` of ${band.method}`}</span>
    </span>
  ) : null;
}
