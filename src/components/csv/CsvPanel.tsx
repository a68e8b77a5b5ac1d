import { selectCsvText } from "../../store/controls/csvSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { CsvPicker } from "./CsvPicker";
import "./csv.css";

/** The file that is trained on: what was taken of it, what was left out, and the way to another. */
export function CsvPanel() {
  const text = useExperiment(selectCsvText);
  if (!text) return null;
  return (
    <div className="csv-panel">
      <p className="look">
        <b>{text.file}</b> <span>{`${text.sentences.join(" ")} The file never leaves this browser.`}</span>
      </p>
      <CsvPicker label="Choose another file" />
    </div>
  );
}
