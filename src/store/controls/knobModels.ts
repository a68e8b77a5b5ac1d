import type { Limits, NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { SeriesModel } from "../charts/chartModels";

/** One live knob of the focus run. Positions run 0 to 1 along the slider. */
export interface KnobModel {
  name: NumericHyperparamName;
  /** Method of the focus run; with `name` it tells the range. */
  optimizer: OptimizerId;
  /** "λ_FSD", "λ_WSD", "K", "α", "η" */
  symbol: string;
  /** Accessible name: the symbol, of a learning rate with its run's name: "η of SGDm". */
  label: string;
  /** A few words: "price of moving the outputs" */
  description: string;
  /** One sentence for the term's tooltip. */
  summary: string;
  value: number;
  /** The value as shown: "0.30" */
  text: string;
  min: number;
  max: number;
  /** Slider stops: positions are multiples of 1/stops. */
  stops: number;
  position: number;
  /** Value before the last drag, null where it was not moved. */
  was: { value: number; text: string; position: number } | null;
  /** What acted in the step whose numbers are on screen, where that is not what the slider says: "0.10 acted in step 199". */
  inForce: string | null;
}

/** The live controls. `choices` has two entries where both APO-P and APO-η race. */
export interface KnobPanelModel {
  focusRun: string | null;
  choices: readonly { run: string; name: string }[];
  knobs: readonly KnobModel[];
}

/** The learning rate of a method that does not learn it, as a live knob. */
export interface RateModel {
  series: SeriesModel;
  knob: KnobModel;
}

/** A setting that restarts the race. */
export interface SettingModel {
  run: string;
  name: HyperparamName;
  /** Beside the label; "" where the setting has none, or the label says it: "Meta ε". */
  symbol: string;
  label: string;
  value: number | string;
  text: string;
  /** What is accepted; an end named open is itself refused. Null for a choice. */
  range: (Limits & { integer: boolean }) | null;
  /** Null for a number. */
  choices: readonly { id: string; name: string }[] | null;
  /** The task's default for this method. */
  fallback: number | string;
  fallbackText: string;
}
