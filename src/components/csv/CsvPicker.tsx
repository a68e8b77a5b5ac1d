import { useActions } from "../ui/actionsContext";
import "./csv.css";

/** A button that opens the browser's file dialog; the file is trained on once it is read. */
export function CsvPicker({ label, isPrimary }: { label: string; isPrimary?: boolean }) {
  const actions = useActions();
  return (
    <label className={`btn file-button ${isPrimary ? "primary" : ""}`}>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={({ target }) => {
          actions.openCsv([...(target.files ?? [])]);
          target.value = ""; // the same file can be chosen again, corrected
        }}
      />
      <span>{label}</span>
    </label>
  );
}
