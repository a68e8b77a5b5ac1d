import type { SeriesModel } from "../../store/charts/chartModels";
import { Icon } from "../ui/Icon";
import "./comparison.css";

const WORDS = { diverged: "diverged", failed: "failed" } as const;

/** Why a run takes no more steps, by sign and words; nothing for one that goes on or is done. */
export function StoppedNote({ row }: { row: SeriesModel }) {
  if (row.status !== "diverged" && row.status !== "failed") return null;
  return (
    <span className="stopped" title={row.message ?? undefined}>
      <Icon name="error" />
      <span>{row.message ?? WORDS[row.status]}</span>
    </span>
  );
}
