import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { KeptStorage } from "./keptDatabase";
import type { KeptLocks } from "./keptLocks";
import { keptNames } from "./keptNames";
import { notKept, olderRunsWent } from "./keptNotices";
import type { KeptRun } from "./keptRecords";
import { KeptSaver } from "./keptSaver";
import type { KeptState } from "./keptStore";
import { isThinned, thinRuns } from "./thinRuns";
import { isTrainedHere, thinUnkept } from "./unkept";

/** What a person says of a kept run. */
export type KeptMarks = Partial<Pick<KeptRun, "name" | "isPinned" | "isHidden" | "isDeclined">>;

/** What a writer works with. */
export interface WriterParts {
  database: KeptStorage;
  locks: KeptLocks;
  experiment: ExperimentStore;
  /** What the list shows. */
  kept: { getState(): KeptState; setState(part: Partial<KeptState>): void };
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Writes states one after another, each what is new in it, and makes room for them; stops for good where that fails. */
export class KeptWriter {
  private readonly savers = new Map<string, KeptSaver>();
  private tail: Promise<unknown> = Promise.resolve();
  private hasFailed = false;

  constructor(
    private readonly parts: WriterParts,
    private readonly remove: (id: string) => Promise<void>,
  ) {
    thinUnkept(parts.experiment, isLost);
  }

  /** Everything that was asked for is written. */
  async done(): Promise<void> {
    await this.tail;
  }

  /** A stored run is on the page: what comes is added to it. */
  goOnFrom(record: KeptRun, state: ExperimentState): void {
    const saver = new KeptSaver(record);
    saver.learn(state);
    this.savers.set(record.id, saver);
  }

  mark(id: string, marks: KeptMarks): void {
    this.savers.get(id)?.mark(marks);
  }

  /** Nothing more of this run is written. */
  forget(id: string): void {
    this.savers.delete(id);
  }

  /** Queues a save of a state as it is now. */
  save(state: ExperimentState, checkpoint: RaceCheckpoint | null): void {
    if (this.hasFailed || !isTrainedHere(state) || isLost(state)) return;
    const id = state.kept ?? this.parts.newId();
    if (state.kept === null) {
      if (this.parts.experiment.getState().experiment !== state.experiment) return;
      this.parts.experiment.setState({ kept: id });
      this.savers.set(id, new KeptSaver({ id, createdAt: this.parts.now() }));
    }
    const saver = this.savers.get(id);
    if (!saver) return; // deleted meanwhile
    this.tail = this.tail
      .then(() => this.parts.locks.hold(id))
      .then(() => this.write(saver, state, checkpoint))
      .catch((error: unknown) => this.fail(error));
  }

  private async write(saver: KeptSaver, state: ExperimentState, checkpoint: RaceCheckpoint | null): Promise<void> {
    const { database, kept, now } = this.parts;
    const gone: string[] = [];
    for (;;) {
      try {
        const write = saver.next(state, checkpoint, now());
        await database.write(write);
        saver.wrote(write, state);
        const others = this.runs.filter(({ id }) => id !== write.record.id);
        kept.setState({ runs: [...others, write.record].toSorted((a, b) => a.createdAt - b.createdAt) });
        this.tellGone(gone, "full");
        this.thin(saver, write.record.id);
        return await this.makeRoom();
      } catch (error) {
        const name = isQuota(error) ? await this.removeOldest() : null;
        if (name === null) {
          this.tellGone(gone, "full");
          throw error;
        }
        gone.push(name);
      }
    }
  }

  /** What is stored of the run on the page needs not all be in memory, where it is long. */
  private thin(saver: KeptSaver, id: string): void {
    const { experiment } = this.parts;
    const state = experiment.getState();
    if (state.kept !== id) return;
    const thinned = thinRuns(state, (...rows) => saver.holds(...rows));
    if (thinned !== state) experiment.setState(thinned, true);
  }

  private async makeRoom(): Promise<void> {
    const { limitBytes } = this.parts.kept.getState();
    const names: string[] = [];
    while (this.runs.reduce((sum, { bytes }) => sum + bytes, 0) > limitBytes) {
      const name = await this.removeOldest();
      if (name === null) break;
      names.push(name);
    }
    this.tellGone(names, limitBytes);
  }

  private tellGone(names: readonly string[], limitBytes: number | "full"): void {
    const { experiment } = this.parts;
    if (names.length > 0) experiment.setState(addNotice(experiment.getState(), olderRunsWent(names, limitBytes)), true);
  }

  /** The name of the oldest run that nobody pinned or has open, now deleted; null where there is none. */
  private async removeOldest(): Promise<string | null> {
    const { locks, experiment } = this.parts;
    const elsewhere = await locks.heldElsewhere();
    const { kept, shelf } = experiment.getState();
    const oldest = this.runs.find(
      ({ id, isPinned }) => !isPinned && id !== kept && id !== shelf?.kept && !elsewhere.has(id),
    );
    if (!oldest) return null;
    const name = keptNames(this.runs).get(oldest.id)?.name ?? "A run";
    await this.remove(oldest.id);
    return name;
  }

  private get runs(): readonly KeptRun[] {
    return this.parts.kept.getState().runs;
  }

  private fail(error: unknown): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    const why = isQuota(error) ? "The browser's storage is full." : `The browser's storage failed: ${String(error)}.`;
    const notice = notKept(why);
    this.parts.kept.setState({ problem: `${why} ${notice.remedy}` });
    const { experiment } = this.parts;
    experiment.setState(addNotice(experiment.getState(), notice), true);
    thinUnkept(experiment, () => true);
  }
}

/** Rows that are no longer in memory were deleted, so that it cannot be kept whole any more. */
const isLost = (state: ExperimentState): boolean => state.kept === null && isThinned(state);

const isQuota = (error: unknown): boolean => error instanceof DOMException && error.name === "QuotaExceededError";
