import { useExperiment } from "../../store/experimentStore";
import type { StoredNotice } from "../../store/state";
import { useActions } from "../actionsContext";
import { Icon } from "../Icon";

const SIGNS = { info: "info", warning: "warning", error: "error" } as const;
const TONES = { info: "", warning: "warn", error: "bad" } as const;
const MOST = 3;

/** What went wrong or is worth knowing, newest last, each with the way on; the page under it stays in use. */
export function Notices() {
  const notices = useExperiment((state) => state.notices);
  return (
    <section className="notices" aria-label="Notices">
      {notices.slice(-MOST).map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: StoredNotice }) {
  const actions = useActions();
  const { id, level, title, detail, remedy, action } = notice;
  return (
    <div className="notice" role={level === "error" ? "alert" : "status"}>
      <Icon name={SIGNS[level]} className={`sign ${TONES[level]}`} />
      <div>
        <b>{title}</b>
        <p>
          {detail} {remedy}
        </p>
        {action === null ? null : (
          <div className="actions">
            {action === "continueOnWasm" ? (
              <button type="button" className="btn primary" onClick={actions.continueOnWasm}>
                Go on with WASM
              </button>
            ) : (
              <button type="button" className="btn primary" onClick={actions.retry}>
                Try again
              </button>
            )}
          </div>
        )}
      </div>
      <button
        type="button"
        className="btn quiet square close"
        aria-label={`Dismiss: ${title}`}
        onClick={() => actions.dismissNotice(id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
