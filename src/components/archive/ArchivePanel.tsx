import { useEffect, useState } from "react";
import { type ArchivePanelModel, selectArchivePanel } from "../../store/controls/archiveSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { ArchivePicker } from "./ArchivePicker";
import "./archive.css";
import "../csv/csv.css";

/** The archive that the task's images come from: what is in it, how large it is kept, and the ways to bring and delete one. */
export function ArchivePanel() {
  const actions = useActions();
  const panel = useExperiment(selectArchivePanel);
  useEffect(() => actions.lookForArchives(), [actions]);
  if (!panel) return null;
  const { held, wanted, archive } = panel;
  return (
    <div className="csv-panel archive-panel">
      {held ? (
        <>
          <p className="look">
            <b>{held.file}</b> <span>{held.sentences.join(" ")}</span>
          </p>
          <DeleteArchive key={archive} archive={archive} size={held.size} />
          <ArchivePicker label="Choose another archive" />
        </>
      ) : archive === "cifar10" ? (
        <p className="look">
          <span>{`All 50,000 training images come from ${wanted}: open it as a file, or drop it on the page. It is read here and sent nowhere.`}</span>
        </p>
      ) : (
        <ArchivePicker label={`Choose ${wanted}`} />
      )}
    </div>
  );
}

/** Deletes the archive; what deletes it asks once. */
function DeleteArchive({ archive, size }: { archive: ArchivePanelModel["archive"]; size: string }) {
  const actions = useActions();
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="btn"
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (isAsked) actions.deleteArchive(archive);
        else setAsked(true);
      }}
    >
      {isAsked ? `Delete ${size} for good?` : `Delete the archive, ${size}`}
    </button>
  );
}
