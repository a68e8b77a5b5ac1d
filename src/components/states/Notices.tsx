import { useExperiment } from "../../store/experiment/experimentStore";
import type { StoredNotice } from "../../store/experiment/state";
import { useActions } from "../ui/actionsContext";
import { Card } from "./Card";
import { StoppedRuns } from "./StoppedRuns";
import "./notices.css";

const MOST = 3;

/** What went wrong or is worth knowing, newest last, each with the way on; the page under it stays in use. */
export function Notices() {
  const notices = useExperiment((state) => state.notices);
  return (
    <section className="notices" aria-label="Notices">
      {notices.slice(-MOST).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      <StoppedRuns />
    </section>
  );
}

function NoticeCard({ notice }: { notice: StoredNotice }) {
  const actions = useActions();
  const { id, level, title, detail, remedy, action } = notice;
  return (
    <Card level={level} title={title} text={`${detail} ${remedy}`} onDismiss={() => actions.dismissNotice(id)}>
      {action === "continueOnWasm" ? (
        <button type="button" className="btn primary" onClick={actions.continueOnWasm}>
          Go on with WASM
        </button>
      ) : null}
      {action === "retry" ? (
        <button type="button" className="btn primary" onClick={actions.retry}>
          Try again
        </button>
      ) : null}
    </Card>
  );
}
