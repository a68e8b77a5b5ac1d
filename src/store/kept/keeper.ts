import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { Notice } from "../../protocol/messages";
import { addNotice } from "../experiment/applyEvent";
import { overlayOf, withOverlay } from "../experiment/overlays";
import type { ExperimentState } from "../experiment/state";
import { keptNames } from "./keptNames";
import { cannotBeOpened, isPinned, isUnpinned, lastRunIsKept, openElsewhere } from "./keptNotices";
import type { KeptRun } from "./keptRecords";
import { keptState } from "./keptState";
import { type KeptMarks, KeptWriter, type WriterParts } from "./keptWriter";
import { withStoredRows } from "./storedRows";
import { isThinned, thinRuns } from "./thinRuns";

/** From one save to the next while steps are taken. */
const SAVE_MS = 1500;

/** A run of fewer steps that a restart ends is not worth its place. */
const LEAST_STEPS = 10;

/** What a keeper works with. */
export interface KeeperParts extends WriterParts {
  after(delayMs: number, callback: () => void): void;
  /** Puts a state on the page and goes on with it. */
  takeUp(state: ExperimentState, checkpoint: RaceCheckpoint | null): void;
}

/** Saves what is trained as it is trained, and gives it back: the list of kept runs, and what can be done with each. */
export class Keeper {
  private readonly writer: KeptWriter;
  private isScheduled = false;
  private offered: string | null = null;

  constructor(private readonly parts: KeeperParts) {
    this.writer = new KeptWriter(parts, (id) => this.remove(id));
  }

  /** Lists what is kept, offers the last run, draws those that are pinned, and saves from now on. */
  async start(): Promise<void> {
    await this.refresh();
    await this.offer();
    const { experiment } = this.parts;
    const { task } = experiment.getState().config;
    for (const run of this.runs) if (run.isPinned && !run.isHidden && run.config.task === task) await this.draw(run.id);
    experiment.subscribe((state, before) => this.follow(state, before));
    this.writer.save(experiment.getState(), null);
    this.schedule();
  }

  /** Of the experiment on the page: stored with the rows it belongs to. */
  checkpoint(checkpoint: RaceCheckpoint): void {
    this.writer.save(this.parts.experiment.getState(), checkpoint);
  }

  /** Everything that waits is written. */
  async saved(): Promise<void> {
    this.writer.save(this.parts.experiment.getState(), null);
    await this.writer.done();
  }

  /** The list as all tabs have left it. */
  async refresh(): Promise<void> {
    const { database, kept } = this.parts;
    kept.setState({ runs: await database.list() });
  }

  /** Goes on with the run that was offered last. */
  async goOn(): Promise<void> {
    if (this.offered) await this.open(this.offered);
  }

  /** Puts a kept run on the page, at rest where it stood. */
  async open(id: string): Promise<void> {
    const { database, locks, experiment } = this.parts;
    await this.saved();
    if (experiment.getState().kept === id) return;
    const name = this.nameOf(id);
    if (!(await locks.hold(id))) return this.tell(openElsewhere(name));
    const content = await database.read(id).catch(() => null);
    if (!content) return this.tell(cannotBeOpened(name));
    const now = experiment.getState();
    const isSameApp = !now.environment || now.environment.app === content.record.environment?.app;
    const checkpoint = isSameApp ? await database.checkpointAt(id, content.record.step) : null;
    const state = keptState(now, content);
    const { step, config } = state;
    const from = checkpoint?.step ?? 0;
    this.writer.goOnFrom(content.record, state);
    this.offered = null;
    this.parts.takeUp(
      {
        ...state,
        overlays: state.overlays.filter(({ kept }) => kept !== id),
        retraining: step >= config.steps || from === step ? null : { from, at: from, to: step },
      },
      checkpoint,
    );
  }

  /** A name of a person's own; empty: the one made of what differs. */
  rename(id: string, name: string): Promise<void> {
    return this.mark(id, { name: name.trim() || null });
  }

  /** Keeps it for good, its curves drawn over whatever else is trained; or lets it be as the others. */
  async pin(id: string, isPinned: boolean): Promise<void> {
    await this.mark(id, { isPinned, isHidden: false });
    if (isPinned) await this.draw(id);
    else this.undraw(id);
  }

  /** Pins the run on the page, or lets go of it, and says so. */
  async togglePin(): Promise<void> {
    const { experiment } = this.parts;
    await this.saved();
    const record = this.runs.find(({ id }) => id === experiment.getState().kept);
    if (!record) return;
    await this.pin(record.id, !record.isPinned);
    this.tell((record.isPinned ? isUnpinned : isPinned)(this.nameOf(record.id)));
  }

  /** Takes the curves of a pinned run off the charts, or draws them again. */
  async hide(id: string, isHidden: boolean): Promise<void> {
    await this.mark(id, { isHidden });
    if (isHidden) this.undraw(id);
    else await this.draw(id);
  }

  async remove(id: string): Promise<void> {
    const { database, kept, experiment } = this.parts;
    this.writer.forget(id);
    if (experiment.getState().kept === id) experiment.setState({ kept: null });
    this.undraw(id);
    await database.remove(id);
    kept.setState({ runs: this.runs.filter((run) => run.id !== id) });
  }

  /** The checkpoint of a run at or before a step; null where there is none. */
  async checkpointAt(id: string, step: number): Promise<RaceCheckpoint | null> {
    await this.saved();
    return this.parts.database.checkpointAt(id, step).catch(() => null);
  }

  /** The state with the rows of its runs that only storage has. */
  async withAllRows(state: ExperimentState): Promise<ExperimentState> {
    if (state.kept === null || !isThinned(state)) return state;
    const content = await this.parts.database.read(state.kept).catch(() => null);
    return content ? withStoredRows(state, content.chunks) : state;
  }

  /** As the list calls it. */
  nameOf(id: string): string {
    return keptNames(this.runs).get(id)?.name ?? "The run";
  }

  private get runs(): readonly KeptRun[] {
    return this.parts.kept.getState().runs;
  }

  private async offer(): Promise<void> {
    const { locks, experiment } = this.parts;
    const elsewhere = await locks.heldElsewhere();
    const free = this.runs.filter(({ id, step }) => step > 0 && !elsewhere.has(id));
    const last = free.toSorted((a, b) => a.savedAt - b.savedAt).at(-1);
    if (!last || last.isDeclined || experiment.getState().kept === last.id) return;
    this.offered = last.id;
    experiment.setState(addNotice(experiment.getState(), lastRunIsKept(this.nameOf(last.id), last.step), "goOn"), true);
  }

  private follow(state: ExperimentState, before: ExperimentState): void {
    if (this.offered !== null && !isOffered(state) && isOffered(before)) {
      void this.mark(this.offered, { isDeclined: true }).catch(() => {}); // not asked again
      this.offered = null;
    }
    if (state.experiment !== before.experiment && state.kept !== before.kept) this.leave(before);
    else if (state.status !== before.status && state.status !== "running") this.writer.save(state, null);
    if (state.runs !== before.runs) this.schedule();
  }

  /** Another experiment takes its place: a pinned one stays as curves, and one that had hardly begun goes. */
  private leave(before: ExperimentState): void {
    const id = before.kept;
    if (id === null) return;
    this.writer.save(before, null);
    const record = this.runs.find((run) => run.id === id);
    if (record?.isPinned && !record.isHidden) this.lay(before, id);
    if (before.step < LEAST_STEPS && !record?.isPinned && record?.name === null)
      void this.writer
        .done()
        .then(() => this.remove(id))
        .catch(() => {});
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.parts.after(SAVE_MS, () => {
      this.isScheduled = false;
      const state = this.parts.experiment.getState();
      this.writer.save(state, null);
    });
  }

  private async mark(id: string, marks: KeptMarks): Promise<void> {
    const { database, kept } = this.parts;
    this.writer.mark(id, marks);
    kept.setState({ runs: this.runs.map((run) => (run.id === id ? { ...run, ...marks } : run)) });
    await database.mark(id, marks);
  }

  /** Lays the curves of a kept run over the charts, unless it is the race itself. */
  private async draw(id: string): Promise<void> {
    const { database, experiment } = this.parts;
    const { kept, overlays } = experiment.getState();
    if (kept === id || overlays.some((overlay) => overlay.kept === id)) return;
    const content = await database.read(id).catch(() => null);
    if (content)
      this.lay(
        thinRuns(keptState(experiment.getState(), content), () => true),
        id,
      );
  }

  private lay(state: ExperimentState, id: string): void {
    const { experiment } = this.parts;
    const overlay = { ...overlayOf(state, keptNames(this.runs).get(id)?.short ?? "", "pinned"), kept: id };
    experiment.setState(withOverlay(experiment.getState(), overlay), true);
  }

  private undraw(id: string): void {
    const { experiment } = this.parts;
    const { overlays } = experiment.getState();
    const left = overlays.filter(({ kept }) => kept !== id);
    if (left.length < overlays.length) experiment.setState({ overlays: left });
  }

  private tell(notice: Notice): void {
    const { experiment } = this.parts;
    experiment.setState(addNotice(experiment.getState(), notice), true);
  }
}

const isOffered = ({ notices }: ExperimentState) => notices.some(({ action }) => action === "goOn");
