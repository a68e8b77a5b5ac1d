import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { taskInfo } from "../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { ViewId } from "../../config/tables/views";
import type { ReportProgress } from "../../core/data/readFile";
import { isDeviceFault } from "../../core/kernels/faults/deviceFault";
import type { TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";
import type { AnalysisRequest, Command, LoadStage, Notice, WorkerEvent } from "../../protocol/messages";
import { type Loaded, loadExperiment, type WorkerDeps } from "../loading/loadExperiment";
import { outliveLoss, readyOf, restoreRace } from "../loading/loadedRace";
import { taskOfPage } from "../loading/taskOfPage";
import { deviceFailed, deviceLost, failureOf, noMetaUpdates } from "../notices";
import { Gate } from "../scheduling/gate";
import { Patience } from "../scheduling/patience";
import { goneOf, type Standing, waitOf } from "../waits";
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
    this.patience = new Patience(
      (isWaiting) => this.tellWait(isWaiting),
      now,
      (...still) => this.giveUp(...still),
    );
    // While a step waits for a partner the gate is passed again and again, and nothing moves by that.
    const word = () => !this.isPartnerSilent && this.patience.word();
    this.gate = new Gate(now, { word, rest: () => this.patience.rest() });
    this.interventions = new InterventionQueue(config.interventions, config.optimizers);
  }

  /** Works until another session takes its place or it fails; resolves when its tensors are gone. Never rejects. */
  async run(): Promise<void> {
    let race: Race | null = null;
    try {
      const { config, gate, stepRequest, interventions, experiment } = this;
      const { deps, analyse, loadTask } = this.surroundings;
      const task = taskOfPage(config);
      const loaded = await loadExperiment(
        { config, findings: this.command.findings },
        deps,
        (report) => loadTask({ ...config, task }, report),
        (stage, fraction, detail) => {
          gate.check();
          this.progress = { stage, detail };
          this.word();
          this.send({ type: "progress", experiment, stage, fraction, detail });
        },
        () => gate.turn(),
      );
      race = loaded.race;
      this.loaded = loaded;
      loaded.partner?.expectSteps(Math.max(0, ...(loaded.network?.runs ?? []).map(({ msPerStep }) => msPerStep ?? 0)));
      this.progress = null;
      this.watch(loaded);
      const { resume = null } = this.command;
      await restoreRace(race, resume);
      this.send(readyOf(experiment, loaded));
      for (const notice of loaded.notices) this.notify(notice);
      this.loop = new TrainingLoop({
        experiment,
        race,
        resume,
        keep: this.command.keepsCheckpoints
          ? (checkpoint, buffers) => this.send({ type: "checkpoint", experiment, checkpoint }, buffers)
          : null,
        steps: () => this.steps,
        evaluationInterval: taskInfo(config)?.evaluationInterval ?? this.steps,
        hasPicture: loaded.task.picture.kind !== "none",
        gate,
        stepRequest,
        interventions,
        stepsPerSecond: () => this.stepsPerSecond,
        snapshotsEvery: this.command.snapshotsEvery ?? null,
        question: () => this.question,
        isOpen: (view) => this.views.has(view),
        fence: loaded.device.fence,
        outliveLoss: () => outliveLoss(loaded.device),
        send: (event) => this.send(event),
        analyse,
        now: deps.now,
      });
      await this.loop.run();
    } catch (error) {
      await this.crash(error);
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
    this.steps = Math.max(steps, 1 + (this.reached ?? 0));
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

  /** Something was thrown: of a lost device only the loss is told. Never rejects. */
  async crash(error: unknown): Promise<void> {
    if (this.loaded) await outliveLoss(this.loaded.device);
    this.fail(failureOf(error, this.reached), isDeviceFault(error));
  }

  /** The experiment cannot go on; what it has sent stays true. */
  private fail(notice: Notice, isDeviceLost = false): void {
    if (this.gate.ended) return;
    this.send({ type: "failure", experiment: this.experiment, notice, ...(isDeviceLost ? { isDeviceLost } : {}) });
    this.gate.end();
  }

  private get isPartnerSilent(): boolean {
    return this.loaded?.partner?.isSilent ?? false;
  }

  private tellWait(isWaiting: boolean): void {
    this.send({ type: "wait", experiment: this.experiment, wait: isWaiting ? waitOf(this.standing) : null });
  }

  private get standing(): Standing {
    const { progress, loaded, isPartnerSilent } = this;
    return { progress, step: loaded?.race.step ?? 0, device: loaded?.device ?? null, isPartnerSilent };
  }

  private giveUp(stillMs: number, longestMs: number): void {
    const notice = goneOf(this.standing, this.command.resume?.checkpoint?.step ?? 0, stillMs, longestMs);
    if (notice) this.fail(notice, this.loaded?.device.backend === "webgpu");
  }

  private watch({ device, race }: Loaded): void {
    device.lost?.then((reason) => this.fail(deviceLost(device, race.step, reason), true));
    device.failed?.then((reason) => this.fail(deviceFailed(device, race.step, reason), true));
  }

  private notify(notice: Notice): void {
    this.send({ type: "notice", experiment: this.experiment, notice });
  }

  private send(event: WorkerEvent, transfer?: Transferable[]): void {
    if (!this.gate.ended) this.surroundings.send(event, transfer);
  }
}
