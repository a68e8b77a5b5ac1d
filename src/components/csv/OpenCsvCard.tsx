import { useEffect, useRef } from "react";
import { ANY_DELIMITER, CSV_LIMITS } from "../../config/experiment/csv";
import { type CsvCardModel, selectCsvCard } from "../../store/controls/csvSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { CsvPaste } from "./CsvPaste";
import { CsvPicker } from "./CsvPicker";
import "./csv.css";
import "../states/loadingCard.css";

/** The card itself: a file to choose, drop or paste. */
export function OpenCsvCard() {
  const card = useExperiment(selectCsvCard);
  return card ? <Card {...card} /> : null;
}

function Card({ title, wish, reading, canClose }: CsvCardModel) {
  const actions = useActions();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!canClose) return;
    const before = document.activeElement;
    section.current?.focus(); // asked for by the person, who is elsewhere on the page
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [canClose]);
  return (
    <section
      ref={section}
      className="loading-card csv-card"
      aria-labelledby="csv-card-title"
      tabIndex={-1}
      onKeyDown={({ key }) => key === "Escape" && actions.closeCsvCard()}
    >
      <h2 id="csv-card-title">{title}</h2>
      {wish === "" ? null : <p>{wish}</p>}
      <div className="drop-zone">
        {reading === null ? (
          <>
            <CsvPicker label="Choose a CSV file" isPrimary />
            <span className="muted">or drop it anywhere on this page, or paste its rows</span>
          </>
        ) : (
          <span role="status">{`Reading ${reading}`}</span>
        )}
        <CsvPaste isReading={reading !== null} />
      </div>
      <p>
        A line of column names, then numbers, separated by {ANY_DELIMITER}: up to {CSV_LIMITS.columns} columns, and of
        more than {CSV_LIMITS.rows.toLocaleString("en")} rows the seed draws so many. Columns of text are left out, and
        rows with missing values. The last column of numbers is the target until you choose another.
      </p>
      <p>
        <b>The file never leaves this browser.</b>
      </p>
      {canClose ? (
        <button type="button" className="btn" onClick={actions.closeCsvCard}>
          Keep the current run
        </button>
      ) : null}
    </section>
  );
}
