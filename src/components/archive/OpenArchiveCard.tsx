import { useEffect, useRef } from "react";
import { ARCHIVE_SOURCE } from "../../config/tables/archive/archives";
import { TASK_OPTIONS } from "../../config/tables/taskOptions";
import { type ArchiveCardModel, selectArchiveCard } from "../../store/controls/archiveSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { ArchivePicker } from "./ArchivePicker";
import "./archive.css";
import "../csv/csv.css";
import "../states/loadingCard.css";

/** The card itself: which file is wanted and where it is from, a place for it, and how far it is read. */
export function OpenArchiveCard() {
  const card = useExperiment(selectArchiveCard);
  return card ? <Card {...card} /> : null;
}

function Card({ title, file, size, reading, canClose, canShrink }: ArchiveCardModel) {
  const actions = useActions();
  const section = useRef<HTMLElement>(null);
  const isBusy = reading !== null;
  useEffect(() => {
    if (!canClose || isBusy) return;
    const before = document.activeElement;
    section.current?.focus(); // asked for by the person, who is elsewhere on the page
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [canClose, isBusy]);
  return (
    <section
      ref={section}
      className="loading-card csv-card"
      aria-labelledby="archive-card-title"
      tabIndex={-1}
      onKeyDown={({ key }) => key === "Escape" && actions.closeArchiveCard()}
    >
      <h2 id="archive-card-title">{title}</h2>
      <div className="drop-zone">
        {reading ? (
          <>
            <progress className="archive-progress" aria-label="Reading the archive" value={reading.fraction} max={1} />
            <span role="status">{reading.detail}</span>
          </>
        ) : (
          <>
            <ArchivePicker label={`Choose ${file}`} isPrimary />
            <span className="muted">or drop it anywhere on this page</span>
          </>
        )}
      </div>
      {reading ? null : (
        <p>
          Get <b>{file}</b> <span>{`(${size}) from `}</span>
          <a href={`https://${ARCHIVE_SOURCE}`} target="_blank" rel="noreferrer">
            {ARCHIVE_SOURCE}
          </a>
          : the binary version. The Python and MATLAB versions are not read.
        </p>
      )}
      <p>
        <b>The archive never leaves this browser.</b> Its images are kept in it for your next visit, until you delete
        them.
      </p>
      <div className="archive-ways">
        {canShrink && !reading ? (
          <button
            type="button"
            className="btn"
            onClick={() => actions.setTaskOption("trainImages", TASK_OPTIONS.trainImages.max)}
          >
            Train on the 5,000 that come with the page
          </button>
        ) : null}
        {canClose ? (
          <button type="button" className="btn" onClick={actions.closeArchiveCard}>
            {reading ? "Cancel" : "Keep the current run"}
          </button>
        ) : null}
      </div>
    </section>
  );
}
