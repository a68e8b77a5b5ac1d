import { useActions } from "../ui/actionsContext";
import "../csv/csv.css";

/** A button that opens the browser's file dialog; the archive is trained on once it is read. */
export function ArchivePicker({ label, isPrimary }: { label: string; isPrimary?: boolean }) {
  const actions = useActions();
  return (
    <label className={`btn file-button ${isPrimary ? "primary" : ""}`}>
      <input
        type="file"
        accept=".gz,.tgz,.tar,application/gzip"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) actions.openArchive(file);
          target.value = ""; // the same file can be chosen again
        }}
      />
      <span>{label}</span>
    </label>
  );
}
