import type { ExperimentStore } from "../experiment/experimentStore";
import type { Actions } from "./actions";
import type { Host } from "./host";

type ArchiveAction = "openArchive" | "lookForArchives" | "closeArchiveCard" | "deleteArchive";

/** The actions on archives of images; their work is fetched when it is asked for. */
export function createArchiveActions(
  store: ExperimentStore,
  host: Pick<Host, "archives">,
): Pick<Actions, ArchiveAction> {
  return {
    openArchive: (file) => host.archives((control) => control.read(file)),
    lookForArchives: () => host.archives((control) => void control.look()),
    closeArchiveCard() {
      const { archives, status } = store.getState();
      if (archives.reading) host.archives((control) => control.cancel());
      else if (status !== "needsFile") store.setState({ archives: { ...archives, asking: null } });
    },
    deleteArchive: (archive) => host.archives((control) => void control.remove(archive)),
  };
}
