import { useState } from "react";
import { useActions } from "../ui/actionsContext";
import { pastedFile } from "./pastedFile";
import "./csv.css";

/** A field for rows that are pasted or typed, trained on like a file; hidden while they are read, and there again if they are refused. */
export function CsvPaste({ isReading }: { isReading: boolean }) {
  const actions = useActions();
  const [text, setText] = useState("");
  const file = pastedFile(text);
  return (
    <div className="csv-paste" hidden={isReading}>
      <textarea
        aria-label="Rows of a table"
        placeholder={"x,y\n0.1,0.84"}
        rows={3}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="button" className="btn" disabled={!file} onClick={() => file && actions.openFiles([file])}>
        Train on these rows
      </button>
    </div>
  );
}
