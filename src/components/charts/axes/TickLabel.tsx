import type { TextPlace } from "../geometry/axisPlaces";
import { formatTick } from "../geometry/format";

/** The label of a tick, by recharts and by the plain plot. */
export function TickLabel({ place, value }: { place: TextPlace; value: number }) {
  return (
    <text className="tick" {...place}>
      {formatTick(value)}
    </text>
  );
}
