import type { NetworkOutline } from "../../config/formulas/networkOutline";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import { snapshotStride } from "../../config/formulas/snapshotSchedule";
import type { LayerCurvature, LayerSpectrum, RunCost } from "../../config/tables/metrics";
import type { TaskPicture } from "../../config/tables/taskPicture";
import { outlineOf } from "../../core/estimate/outline";
import { constantCurvature } from "../../core/spectrum/constantCurvature";
import { spectrumOf } from "../../core/spectrum/spectrum";
import type { TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";

/** Predictions of a surface are thousands of numbers: of every so many snapshots one has them. */
const SURFACE_STRIDE = 2;

/** A spectrum of a network of many layers takes seconds and kilobytes: of every so many snapshots one has it. */
const DEEP_STRIDE = 16;
const DEEP = 5;

/** What a run shows beside its rows. */
export interface RunSights {
  layers: LayerShape[];
  spectra: { step: number; layers: LayerSpectrum[] }[];
  predictions: { step: number; values: Float32Array }[];
  cost: RunCost;
}

/** What a race shows beside its rows, collected while it trains (`watch` of a trace). */
export class PresetRecorder {
  picture: TaskPicture = { kind: "none" };
  curvature: LayerCurvature[] | null = null;
  outline: NetworkOutline | null = null;
  sizes = { trainCount: 0, testCount: 0, parameterCount: 0 };
  readonly runs = new Map<string, RunSights>();

  constructor(private readonly steps: number) {}

  /** Looks at the race at the steps that the page would keep (`snapshotStride`), and at the end. */
  async look(race: Race, task: TaskData): Promise<void> {
    if (this.runs.size === 0) this.begin(race, task);
    const stride = snapshotStride(this.steps, this.steps);
    const isLast = race.step === this.steps;
    if (race.step % stride !== 0 && !isLast) return;
    const isDeep = (race.runs[0]?.layers.length ?? 0) > DEEP;
    const hasSpectrum = isLast || !isDeep || race.step % (DEEP_STRIDE * stride) === 0;
    const isPredicted = isLast || task.picture.kind !== "surface" || race.step % (SURFACE_STRIDE * stride) === 0;
    for (const { run } of race.runs) {
      const sights = this.runs.get(run);
      if (!sights) continue;
      const values = await race.predict(run);
      if (!values.every(Number.isFinite)) continue; // it has diverged: what it showed last stays
      if (isPredicted && values.length > 0) sights.predictions.push({ step: race.step, values });
      if (hasSpectrum)
        sights.spectra.push({ step: race.step, layers: spectrumOf(await race.preconditionerState(run)) });
      sights.cost = race.cost(run);
    }
  }

  private begin(race: Race, task: TaskData): void {
    this.picture = task.picture;
    this.curvature = constantCurvature(task);
    this.outline = outlineOf(task);
    const layers = race.runs[0]?.layers ?? [];
    const parameterCount = layers.reduce((sum, { shape: [outputs, inputs] }) => sum + outputs * inputs, 0);
    this.sizes = { trainCount: task.train.count, testCount: task.test.count, parameterCount };
    for (const { run, layers: shapes } of race.runs)
      this.runs.set(run, { layers: shapes, spectra: [], predictions: [], cost: race.cost(run) });
  }
}
