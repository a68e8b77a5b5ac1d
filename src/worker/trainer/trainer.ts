import type { CsvChoice } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { TaskId } from "../../config/tables/taskIds";
import type { ReportProgress } from "../../core/data/readFile";
import type { TaskData } from "../../core/tasks/task";
import { type Channel, openChannel, type PortLike } from "../../protocol/channel";
import type { AnalysisRequest, Command, CsvFile, OwnFiles, WorkerEvent } from "../../protocol/messages";
import { CsvCache } from "../loading/csvCache";
import type { WorkerDeps } from "../loading/loadExperiment";
import { loadTask } from "../loading/loadTask";
import { failureOf } from "../notices";
import { Session, STARTED } from "./session";

/** The worker's state: one session at a time, the task it loaded last, the way to the analysis worker. */
export class Trainer {
  private session: Session | null = null;
  /** Settles when every session before has let go of its tensors: sessions never overlap. */
  private cleared: Promise<void> = Promise.resolve();
  private lastTask: { key: string; task: TaskData } | null = null;
  private readonly csvCache = new CsvCache();
  private analysis: Channel<AnalysisRequest, never> | null = null;

  constructor(
    private readonly deps: WorkerDeps,
    private readonly send: (event: WorkerEvent, transfer?: Transferable[]) => void,
  ) {}

  connectAnalysis(port: PortLike): void {
    this.analysis = openChannel(port);
  }

  /** Ends the session there is and starts the next as soon as its tensors are gone. */
  configure(command: Extract<Command, { type: "configure" }>): void {
    const { experiment, csv, archive } = command;
    this.session?.end();
    const session = new Session(command, {
      deps: this.deps,
      send: this.send,
      analyse: () => this.analyse,
      loadTask: (wanted, report) => this.loadTask(wanted, { csv, archive }, report),
    });
    this.session = session;
    this.send({ type: "progress", experiment, stage: "app", fraction: 1, detail: STARTED });
    session.word();
    this.cleared = this.cleared.then(() => (this.session === session ? session.run() : undefined));
  }

  /** Reads a file beside the session there is, and tells what can be trained on, or why nothing. Never rejects. */
  async readCsv(file: CsvFile, wish: CsvChoice): Promise<void> {
    const about = { experiment: "", id: file.id } as const;
    try {
      this.send({ ...about, type: "csvRead", ...(await this.csvCache.offerOf(file, wish)) });
    } catch (error) {
      this.send({ ...about, type: "csvRefused", notice: failureOf(error, null) });
    }
  }

  /** The session of that name; null for a command that comes too late. */
  sessionOf(experiment: string): Session | null {
    return this.session?.experiment === experiment ? this.session : null;
  }

  /** A file has come a part further: the experiment that waits for it moves. */
  word(): void {
    this.session?.word();
  }

  /** What was thrown outside of every command: the current experiment ends with it, at the step where it is. */
  fail(error: unknown): void {
    if (this.session) void this.session.crash(error);
    else this.send({ type: "failure", experiment: "", notice: failureOf(error, null) });
  }

  private get analyse(): ((request: AnalysisRequest) => void) | null {
    const { analysis } = this;
    return analysis && ((request) => analysis.send(request));
  }

  private async loadTask(
    config: ExperimentConfig & { task: TaskId },
    files: OwnFiles,
    report: ReportProgress,
  ): Promise<TaskData> {
    const { task: id, seed, taskOptions, csv: choice } = config;
    const key = JSON.stringify([id, seed, taskOptions, choice, files.csv?.id, files.archive?.id]);
    if (this.lastTask?.key === key) return this.lastTask.task;
    const task = await loadTask({ config, files }, this.csvCache, this.deps, report);
    this.lastTask = { key, task };
    return task;
  }
}
