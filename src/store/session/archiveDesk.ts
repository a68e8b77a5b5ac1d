import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { ARCHIVE_IDS, ARCHIVES, type ArchiveId, MOST_ARCHIVE_IMAGES } from "../../config/tables/archive/archives";
import type { ArchiveEvent, ArchiveRequest, HeldArchive } from "../../protocol/archive";
import type { Notice } from "../../protocol/messages";
import { unreachable } from "../../protocol/unreachable";
import { createBegin } from "../actions/begin";
import { taskInput } from "../actions/csvActions";
import type { ArchivesControl, Host } from "../actions/host";
import { takeUp } from "../actions/takeUp";
import { addNotice, endWait, tellWait } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ArchivesState } from "../experiment/state";
import { deleteKept, deleteStrays, findArchive, onceReleased } from "./archiveKeep";
import type { BrowserPage } from "./page";
import { silent } from "./sessionNotices";
import { ViewWorker } from "./viewWorker";

/** Finds, reads and deletes archives, in a worker of their own: what is trained goes on. */
export function openArchiveDesk(store: ExperimentStore, page: BrowserPage, host: Pick<Host, "send">): ArchivesControl {
  const archives = () => store.getState().archives;
  const show = (part: Partial<ArchivesState>) => store.setState({ archives: { ...archives(), ...part } });
  const tell = (notice: Notice) => store.setState(addNotice(store.getState(), notice), true);
  const hold = (archive: ArchiveId, held: HeldArchive | undefined) =>
    show({ held: { ...archives().held, [archive]: held } });
  const end = () => {
    worker.end();
    show({ reading: null });
  };
  /** Deletes what belongs to no archive as soon as the worker that used it is gone; not while another may begin to. */
  const tidyUp = () =>
    onceReleased(async () => {
      if (!archives().reading) await deleteStrays();
    }).catch(() => {}); // in use in another tab: the next visit finds it
  const breakOff = () => {
    end();
    void tidyUp();
  };
  const worker = new ViewWorker<ArchiveRequest, ArchiveEvent>(page, "archive", {
    onAnswer(event) {
      switch (event.type) {
        case "archiveProgress": {
          const { reading } = archives();
          if (reading) show({ reading: { ...reading, fraction: event.fraction, detail: event.detail } });
          break;
        }
        case "archiveRead":
          end();
          hold(event.archive.summary.archive, event.archive);
          trainOn(event.archive);
          if (event.notice) tell(event.notice);
          void tidyUp();
          break;
        case "archiveRefused":
          end();
          tell(event.notice);
          break;
        default:
          unreachable(event);
      }
    },
    onError(message) {
      const name = archives().reading?.name ?? "The archive";
      breakOff();
      tell(readingStopped(name, message));
    },
    onSilence: () => store.setState(tellWait(store.getState(), "archive", archiveIsSilent(), null), true),
    onWord: () => store.setState(endWait(store.getState(), "archive"), true),
  });

  /** Goes on with what waits for an archive that has come. */
  function goOn(): boolean {
    const { asking, held } = archives();
    if (!asking || !held[asking.archive]) return false;
    const { waiting } = asking;
    show({ asking: null });
    const state = store.getState();
    const begin = createBegin(store, host);
    if (waiting === null) {
      begin({ config: state.config, preset: state.preset });
      store.setState({ notices: state.notices }); // what was said of the link
    } else if ("start" in waiting) begin(waiting.start, waiting.told);
    else
      takeUp(
        store,
        host,
        { ...waiting.state, status: "loading", archives: archives(), notices: state.notices },
        waiting.checkpoint,
      );
    return true;
  }

  /** Trains on an archive that was just read: as what waits for it says, else on all its images. */
  function trainOn({ summary: { archive, file } }: HeldArchive): void {
    if (goOn()) return;
    const state = store.getState();
    const input = state.config.task === archive ? state.config : taskInput(state, archive);
    const own = state.config.task === archive ? state.config.taskOptions : {};
    const taskOptions = { ...own, trainImages: MOST_ARCHIVE_IMAGES };
    const resolved = resolveExperiment({ ...input, taskOptions }, { mode: "lenient" });
    createBegin(store, host)({ ...resolved, preset: null }, `Archive: ${file}.`);
  }

  let looking: Promise<void> | null = null;
  async function look(): Promise<void> {
    const found = await Promise.all(ARCHIVE_IDS.map(async (id) => [id, await findArchive(id)] as const));
    const held = Object.fromEntries(found.filter(([, archive]) => archive));
    show({ isLooked: true, held: { ...held, ...archives().held } });
    goOn();
    await tidyUp(); // of a visit that ended while it read
  }

  return {
    look: () => (looking ??= look()),
    read(file) {
      worker.end();
      show({ isLooked: true, reading: { name: file.name, fraction: 0, detail: `Opening ${file.name}` } });
      worker.send({ file });
    },
    cancel: breakOff,
    async remove(archive) {
      const kept = archives().held[archive]?.isKept;
      hold(archive, undefined);
      if (!kept) return;
      try {
        await deleteKept(archive);
      } catch (error) {
        tell(notDeleted(archive, error instanceof Error ? error.message : String(error)));
      }
    },
  };
}

const archiveIsSilent = () =>
  silent("Still waiting for the archive", "What is trained goes on.", "cancel it and drop the file again.");

const readingStopped = (name: string, message: string): Notice => ({
  level: "error",
  title: `${name} was not read`,
  detail: `Its worker stopped: ${message} What is trained goes on.`,
  remedy: "Drop the file again.",
});

const notDeleted = (archive: ArchiveId, message: string): Notice => ({
  level: "warning",
  title: `The archive of ${ARCHIVES[archive].name} is not deleted`,
  detail: message,
  remedy: "Delete it again, or delete the data of this page in the browser's settings.",
});
