import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { ViewId } from "../../config/tables/views";
import type { ReportProgress } from "../../core/data/readFile";
import { constantCurvature } from "../../core/spectrum/constantCurvature";
import type { TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";
import type { AnalysisRequest, Command, LoadStage, Notice, WorkerEvent } from "../../protocol/messages";
import { type Loaded, loadExperiment, type OpenDevice, type WorkerDeps } from "../loading/loadExperiment";
import { outliveLoss, restoreRace, sizesOf } from "../loading/loadedRace";
import { taskOfPage } from "../loading/taskOfPage";
import { deviceLost, failureOf, noMetaUpdates } from "../notices";
import { Gate } from "../scheduling/gate";
import { Patience } from "../scheduling/patience";
import { waitOf } from "../waits";
import { InterventionQueue } from "./interventions";
import { TrainingLoop } from "./loop";
import { StepRequest } from "./stepRequest";

/** Said before anything is loaded. */
export const STARTED = "Training worker started";

/** What a session takes from its trainer. */
export interface SessionSurroundings {
  deps: WorkerDeps;
  send(event: WorkerEvent, transfer?: Transferable[]): void;
  analyse(): ((request: AnalysisRequest) => void) | null;
  loadTask(config: ExperimentConfig & { task: TaskId }, report: ReportProgress): Promise<TaskData>;
}

/** One experiment from its configuration to the next one: loads, trains, reports, and disposes its race. */
export class Session {
  private readonly gate: Gate;
  private readonly stepRequest = new StepRequest();
  private readonly interventions: InterventionQueue;
  private loop: TrainingLoop | null = null;
  readonly experiment: string;
  private readonly config: ExperimentConfig;
  private stepsPerSecond: number | null;
  private steps: number;
  private stepsTaken = () => 0;
  private question = 0;
  private views: ReadonlySet<ViewId>;
  private readonly patience: Patience;
  private progress: { stage: LoadStage; detail: string } | null = { stage: "app", detail: STARTED };
  private loaded: Loaded | null = null;

  constructor(
    private readonly command: Extract<Command, { type: "configure" }>,
    private readonly surroundings: SessionSurroundings,
  ) {
    const { experiment, config, stepsPerSecond, views } = command;
    this.experiment = experiment;
    this.config = config;
    this.stepsPerSecond = stepsPerSecond;
    this.steps = config.steps;
    this.views = new Set(views);
    const { now } = surroundings.deps;
    this.patience = new Patience((isWaiting) => this.tellWait(isWaiting), now);
    // While a step waits for a partner the gate is passed again and again, and nothing moves by that.
    const word = () => !this.isPartnerSilent && this.patience.word();
    this.gate = new Gate(now, { word, rest: () => this.patience.rest() });
    this.interventions = new InterventionQueue(config.interventions, config.optimizers);
  }

  /** Works until another session takes its place or it fails; resolves when its tensors are gone. Never rejects. */
  async run(): Promise<void> {
    let race: Race | null = null;
    let device: OpenDevice | null = null;
    try {
      const task = taskOfPage(this.config);
      const { gate, stepRequest, interventions, experiment, surroundings } = this;
      const { deps, analyse, loadTask } = surroundings;
      const loaded = await loadExperiment(
        { config: this.config, findings: this.command.findings },
        deps,
        (report) => loadTask({ ...this.config, task }, report),
        (stage, fraction, detail) => {
          gate.check();
          this.progress = { stage, detail };
          this.word();
          this.send({ type: "progress", experiment, stage, fraction, detail });
        },
        () => gate.turn(),
      );
      race = loaded.race;
      device = loaded.device;
      this.loaded = loaded;
      this.progress = null;
      this.stepsTaken = () => loaded.race.step;
      this.watch(device, race);
      await restoreRace(race, this.command.resume ?? null);
      const { environment, notices } = loaded;
      const network = loaded.network ?? undefined;
      const { picture, csv } = loaded.task;
      const runs = race.runs.map(({ run, layers }) => ({ run, layers }));
      const curvature = constantCurvature(loaded.task) ?? undefined;
      const { findings } = device;
      const sizes = sizesOf(loaded);
      this.send({ type: "ready", experiment, environment, findings, runs, picture, sizes, csv, network, curvature });
      for (const notice of notices) this.notify(notice);
      this.loop = new TrainingLoop({
        experiment,
        race,
        resume: this.command.resume ?? null,
        keep: this.command.keepsCheckpoints
          ? (checkpoint, buffers) => this.send({ type: "checkpoint", experiment, checkpoint }, buffers)
          : null,
        steps: () => this.steps,
        evaluationInterval: taskInfo(this.config)?.evaluationInterval ?? this.steps,
        hasPicture: picture.kind !== "none",
        gate,
        stepRequest,
        interventions,
        stepsPerSecond: () => this.stepsPerSecond,
        snapshotsEvery: this.command.snapshotsEvery ?? null,
        question: () => this.question,
        isOpen: (view) => this.views.has(view),
        fence: device.fence,
        outliveLoss: () => outliveLoss(loaded.device),
        send: (event) => this.send(event),
        analyse,
        now: deps.now,
      });
      await this.loop.run();
    } catch (error) {
      if (device) await outliveLoss(device);
      if (!this.gate.ended) this.fail(failureOf(error, this.reached));
    } finally {
      race?.dispose();
    }
  }

  /** Another takes its place: it stops at the next run and says nothing more. */
  end(): void {
    this.gate.end();
  }

  /** Something that it waits for has come a part further. */
  word(): void {
    if (!this.gate.ended) this.patience.word();
  }

  play(): void {
    this.stepRequest.play();
    this.gate.open();
  }

  pause(): void {
    this.stepRequest.pause();
    this.gate.close();
  }

  step(): void {
    this.stepRequest.step();
    this.gate.open();
  }

  /** A step that is passed already leaves things as they are. */
  runTo(step: number): void {
    if (step <= (this.loop?.shownStep ?? 0)) return;
    this.stepRequest.runTo(step);
    this.gate.open();
  }

  tellRest(question: number): void {
    this.question = question;
    this.gate.nudge();
  }

  metaStep(run: string): void {
    const spec = this.config.optimizers.find((candidate) => candidate.run === run);
    if (!spec || !OPTIMIZERS[spec.id].hyperparams.includes("metaUpdateInterval")) {
      this.notify(noMetaUpdates(run));
      return;
    }
    this.stepRequest.metaStep(run, this.loop?.metaStepsOf(run) ?? 0);
    this.gate.open();
  }

  setHyperparam(run: string, name: HyperparamName, value: number | string): void {
    const notice = this.interventions.set(run, name, value);
    if (notice) this.notify(notice);
  }

  /** A race that is over goes on where it stands once a step is asked for. One that goes on takes one step at least. */
  setSteps(steps: number): void {
    this.steps = Math.max(steps, 1 + this.stepsTaken());
    this.send({ type: "steps", experiment: this.experiment, steps: this.steps });
    this.loop?.reopen();
    this.gate.nudge();
  }

  setSpeed(stepsPerSecond: number | null): void {
    this.stepsPerSecond = stepsPerSecond;
    this.gate.nudge();
  }

  /** A view that is opened while nothing is trained shows where things stand. */
  setViews(views: readonly ViewId[]): void {
    this.views = new Set(views);
    this.gate.nudge();
  }

  /** The step it is at; null before its race is there. */
  get reached(): number | null {
    return this.loaded?.race.step ?? null;
  }

  /** The experiment cannot go on; what it has sent stays true. */
  fail(notice: Notice, isDeviceLost = false): void {
    if (this.gate.ended) return;
    this.send({ type: "failure", experiment: this.experiment, notice, ...(isDeviceLost ? { isDeviceLost } : {}) });
    this.gate.end();
  }

  private get isPartnerSilent(): boolean {
    return this.loaded?.partner?.isSilent ?? false;
  }

  private tellWait(isWaiting: boolean): void {
    const { progress, loaded, experiment } = this;
    const standing = {
      progress,
      step: loaded?.race.step ?? 0,
      device: loaded?.device ?? null,
      isPartnerSilent: this.isPartnerSilent,
    };
    this.send({ type: "wait", experiment, wait: isWaiting ? waitOf(standing) : null });
  }

  private watch(device: OpenDevice, race: Race): void {
    device.lost?.then((reason) => this.fail(deviceLost(device, race.step, reason), true));
  }

  private notify(notice: Notice): void {
    this.send({ type: "notice", experiment: this.experiment, notice });
  }

  private send(event: WorkerEvent, transfer?: Transferable[]): void {
    if (!this.gate.ended) this.surroundings.send(event, transfer);
  }
}
