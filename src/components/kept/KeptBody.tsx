import { useEffect } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import { keeperOfPage } from "../../store/kept/keepRuns";
import { keptList, keptSizeText, selectNotKeeping } from "../../store/kept/keptListSelectors";
import { useKept } from "../../store/kept/keptStore";
import { KeptItem } from "./KeptItem";
import "./kept.css";

/** Runs that this browser keeps, newest first, and how much room they take. */
export function KeptBody() {
  const runs = useKept((state) => state.runs);
  const limitBytes = useKept((state) => state.limitBytes);
  const problem = useKept((state) => state.problem);
  const notKeeping = useExperiment(selectNotKeeping);
  const here = useExperiment((state) => state.kept);
  useEffect(() => {
    keeperOfPage()
      ?.saved()
      .then(() => keeperOfPage()?.refresh())
      .catch(() => {}); // the list stays as this tab knows it
  }, []);
  return (
    <>
      <p className="muted">
        Each run is kept in this browser while it trains. After a reload, a crash or a closed tab it goes on where it
        stood.
      </p>
      {problem === null && notKeeping === null ? null : <p className="kept-problem">{problem ?? notKeeping}</p>}
      {runs.length === 0 ? (
        <p>No run is kept yet. One is from its first step on.</p>
      ) : (
        <>
          <ul className="kept-list">
            {keptList(runs, here).map((run) => (
              <KeptItem key={run.id} run={run} />
            ))}
          </ul>
          <p className="muted">
            <span>{keptSizeText(runs, limitBytes)}</span>
            <span>; then the oldest that is not pinned goes first, and the page says so.</span>
          </p>
        </>
      )}
    </>
  );
}
