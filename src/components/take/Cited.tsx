import { useEffect, useState } from "react";
import { experimentStore } from "../../store/experiment/experimentStore";
import { withAllRows } from "../../store/kept/allRows";
import { type Citation, citationOf } from "../../store/take/citation";
import "./saveSection.css";

/** How the run is cited as it stands when this opens: each part in a field to copy from. */
export function Cited() {
  const [citation, setCitation] = useState<Citation | null>(null);
  useEffect(() => {
    void withAllRows(experimentStore.getState())
      .then((state) => citationOf(state, location.origin + location.pathname))
      .then(setCitation);
  }, []);
  if (!citation) return null;
  const { link, made, digest, bibtex } = citation;
  return (
    <div className="menu-told">
      <p>{made}</p>
      <Field name="Link with every setting" text={link} rows={3} />
      <Field
        name="SHA-256 of the losses (the loss chart's CSV)"
        text={digest ?? "none before a step, or without https"}
        rows={2}
      />
      <Field name="The paper as BibTeX" text={bibtex} rows={4} />
    </div>
  );
}

function Field({ name, text, rows }: { name: string; text: string; rows: number }) {
  return (
    <label>
      {name}
      <textarea readOnly rows={rows} value={text} onFocus={({ target }) => target.select()} />
    </label>
  );
}
