import type { ArchiveId } from "../../config/tables/archive/archives";
import type { BackendChoice } from "../../config/tables/backends";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { Lambdas } from "../../config/tables/lambdas";
import type { LandscapeId, Point } from "../../config/tables/landscape";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { TaskOptionName } from "../../config/tables/taskOptions";
import type { ViewId } from "../../config/tables/views";
import type { WalkStage } from "../../config/tables/walk";
import type { ChartAxes, TimeChartId } from "../experiment/chartAxes";
import type { NewOverlay } from "../experiment/overlayState";
import type { CharacterKeys, LossSplit, PageLanguage, Smoothing, Speed, Theme, XAxis } from "../experiment/state";
import type { SweepQuantity } from "../experiment/sweepMapState";
import type { ScenesControl } from "./host";

/**
 * Everything a control can ask for. All return at once; the worker's answer comes as state.
 *
 * Restart controls (preset, task, device, seed, batch size, task option, optimizers, a run's own setting) act at once: the
 * race is rebuilt at step 0, idle. Where steps had been taken a notice says what was left and how to get it back. A control
 * that is typed in therefore commits on Enter or blur, and a slider on release. Numbers out of range are clamped with a notice.
 */
export interface Actions {
  play(): void;
  pause(): void;
  togglePlay(): void;
  /** A race that is over, from step 0 and with the settings it started with. */
  playAgain(): void;
  /** One lockstep step, then paused. */
  step(): void;
  /** To the next meta-update of the focus run, then paused. */
  metaStep(): void;
  /** Step 0 with the same seed and the settings the run started with; live moves are undone, those of a link act again. */
  reset(): void;
  /** Step 0, with the live moves made so far acting again at their steps. */
  replay(): void;
  newSeed(): void;
  setSeed(seed: number): void;
  /** A live knob; shows at once and acts in the run's next step. */
  setHyperparam(run: string, name: NumericHyperparamName, value: number): void;
  /**
   * The race ends after so many steps. One under way goes on as it is, and one that is over can be played again; fewer steps
   * than are taken are refused.
   */
  setSteps(steps: number): void;
  /** Plays a race that is over for as many steps again. */
  continueRace(): void;
  setFocusRun(run: string): void;
  /** Restarts with the task's defaults for every method that races. */
  setTask(task: TaskId): void;
  setPreset(preset: string): void;
  setDevice(backend: BackendChoice): void;
  setBatchSize(batchSize: number): void;
  setTaskOption(name: TaskOptionName, value: number | string): void;
  /** Eight fixed learning rates behind APO-η, or none. */
  setLearningRateGrid(isOn: boolean): void;
  /** Which methods race, in drawing order; at least one. */
  setOptimizers(optimizers: readonly OptimizerId[]): void;
  /** Adds a method with the task's settings, or takes it out (never the last). */
  toggleOptimizer(optimizer: OptimizerId): void;
  /** Adds a method with the task's settings, and restarts; one that races already stays as it is. */
  addOptimizer(optimizer: OptimizerId): void;
  /** Adds one more run of a method that races, with the settings of its last one, and restarts. */
  addRun(optimizer: OptimizerId): void;
  /** Adds one more run like this one with one setting changed, and restarts. */
  duplicateRun(run: string, name: HyperparamName, value: number | string): void;
  /** Takes a run out of the race (never the last), and restarts. */
  removeRun(run: string): void;
  /** A setting that restarts. */
  setRunSetting(run: string, name: HyperparamName, value: number | string): void;
  setSpeed(speed: Speed): void;
  /** Shows or hides a run in the charts. */
  toggleSeries(run: string): void;
  setXAxis(xAxis: XAxis): void;
  setLossSplit(split: LossSplit): void;
  /** Changes axes of one chart over time. */
  setAxes(chart: TimeChartId, part: Partial<ChartAxes>): void;
  /** Leaves the first steps out of all charts over time; 0: none. */
  setFirstStep(step: number): void;
  /** Trains the race as it stands with so many further seeds, for bands in the charts; 0: ends that, and takes the bands away. */
  trainSeeds(count: number): void;
  /** Ends it; seeds that are trained stay. */
  cancelSeeds(): void;
  /** Steps that all charts over time show, in either order; null: all. */
  setZoom(steps: readonly [number, number] | null): void;
  setSmoothing(smoothing: Smoothing): void;
  /** The step under the pointer, null when it leaves, and the run whose line is near it. */
  setHover(step: number | null, run?: string | null): void;
  /** The run under the pointer, null when it leaves. */
  setPointedRun(run: string | null): void;
  /** A past step for every chart and picture; null, or one not reached yet: the latest. */
  scrubTo(step: number | null): void;
  /** Shows what a move of a slider changed; opens the view of it. */
  chooseMove(key: string): void;
  /** Opens or closes a view of what the optimizer decides. */
  toggleView(view: ViewId): void;
  /** Tries again what computes a view, after it was lost. */
  reviveView(view: ViewId): void;
  /** Another problem of two parameters, from its own start. */
  setLandscapeProblem(problem: LandscapeId): void;
  /** Where every method starts on the landscape; clamped to the drawn part. */
  setLandscapeTheta(theta: Point): void;
  /** Where the proximal picture steps from; clamped to its drawn part. */
  setPictureTheta(theta: Point): void;
  /** A price of the picture: the focus run's, as its slider would set it, where it has one. */
  setPicturePrice(name: keyof Lambdas, value: number): void;
  foldPicture(isFolded: boolean): void;
  /** How many steps of each path are drawn. */
  setLandscapeStep(step: number): void;
  /** Trains a map over λ_FSD and λ_WSD of the APO run whose sliders are shown, in place of the map there is. */
  startSweep(): void;
  /** Fetches the recorded sweep map where there is one for the page, and shows it where no other is there. */
  openSweepMap(): void;
  /** Ends a map that is being trained; rows that were trained stay. */
  cancelSweep(): void;
  /** Steps of each cell of the next map. */
  setSweepSteps(steps: number): void;
  setSweepShows(shows: SweepQuantity): void;
  /** Sets both λ of that run, as its two sliders would. */
  pickSweepCell(lambdaFsd: number, lambdaWsd: number): void;
  /** A stage of the walk through the step to come; null ends the walk. */
  walkTo(stage: WalkStage | null): void;
  /** Takes the step that was walked through, and walks on to the next one. */
  walkOn(): void;
  /** Opens a lesson with its own race ("ID"), or a step of it ("ID:N"); null closes it, and the race stays. */
  setLesson(lesson: string | null): void;
  /** The layer whose spectrum is drawn over time; null: all layers as one. */
  setSpectrumLayer(layer: string | null): void;
  /** Lays runs of another experiment behind those of the page. */
  addOverlay(overlay: NewOverlay): void;
  removeOverlay(id: string): void;
  /** Shows or hides an overlay in the charts. */
  toggleOverlay(id: string): void;
  dismissNotice(id: number): void;
  setTheme(theme: Theme): void;
  /** Draws everything anew, in a language whose texts are loaded (`speakLanguage`). */
  setLanguage(language: PageLanguage): void;
  /** Switches the keys of one character on or off, for good. */
  setCharacterKeys(keys: CharacterKeys): void;
  /** Copies the link to this state. Resolves with the link, and whether it is on the clipboard. */
  copyLink(): Promise<{ link: string; outcome: "copied" | "shown" }>;
  /** Reads a file of the person's in the worker and then trains on it; what is trained meanwhile stays if it is refused. */
  openCsv(files: readonly File[]): void;
  /** Offers the experiment, with every move, as a file (`apo-experiment/1`). */
  saveExperiment(): Promise<void>;
  /** Offers all that was logged as a file (`apo-trace/1`). */
  saveRun(): Promise<void>;
  /** Opens an experiment or a run that was saved, or reads a table (`openCsv`). */
  openFiles(files: readonly File[]): void;
  /** Shows the run of a file in place of the race, where it was asked what to do with it. */
  showFile(): void;
  /** Lays the run of that file over the race, dashed. */
  layOver(): void;
  /** Trains a saved run from step 0, with its moves. */
  trainAgain(): void;
  /** Trains a recording from the step that is shown on. */
  trainHere(): void;
  /** Opens the card that asks for a file. */
  askForCsv(): void;
  /** Back to what is trained; the card stays where nothing is. */
  closeCsvCard(): void;
  /** Reads an archive of images, and trains on it. */
  openArchive(file: File): void;
  /** Looks for archives that earlier visits kept. */
  lookForArchives(): void;
  /** Back to what is trained; ends the reading of an archive. */
  closeArchiveCard(): void;
  /** Deletes an archive from the browser; what is trained on it goes on. */
  deleteArchive(archive: ArchiveId): void;
  /** Restarts with other columns; inputs null: every other column that can be used. */
  setCsvColumns(columns: { target?: string; inputs?: readonly string[] | null }): void;
  /** After a lost device: a new worker on WASM, with the moves so far acting again at their steps. */
  continueOnWasm(): void;
  /** Puts the run that a restart took off the page back on it, at rest where it stood. */
  bringBack(): void;
  /** Goes on with the run that was kept last. */
  goOn(): void;
  /** Loads the page anew in the newer version that is stored. */
  takeUpdate(): void;
  /** A branch from the step looked at: weights and optimizers as they were then; what came after stays as curves. */
  fork(): void;
  /** Trains on from before a run of the race ended, with the setting changed that the likely cause names; what was trained stays as curves. */
  rewind(run: string): void;
  /** Pins the run of the page, so that it is kept for good, or lets go of it. */
  pinRun(): void;
  /** Does something with what shows scenes, once its script is here. */
  scenes(act: (control: ScenesControl) => void): void;
  /** Ends a talk; its scene stays on the page. */
  endScenes(): void;
  /** After a failure: a new worker with the same experiment. */
  retry(): void;
}
