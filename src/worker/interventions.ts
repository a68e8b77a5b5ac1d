import type { ExperimentConfig } from "../config/experiment";
import type { HyperparamName } from "../config/hyperparams";
import { OPTIMIZERS } from "../config/optimizers";
import type { Race } from "../core/training/contract";

/** A change of a hyperparameter that acts in the step about to be taken. */
export interface Applied {
  run: string;
  name: HyperparamName;
  from: number | string;
  value: number | string;
}

/** A change that the race refused. */
export interface Refused {
  run: string;
  name: HyperparamName;
  value: number | string;
  error: unknown;
}

/** Changes waiting for their step: those of the config at theirs, live ones at the next. The last write of a setting wins. */
export class InterventionQueue {
  private readonly planned: ExperimentConfig["interventions"];
  private readonly live = new Map<string, { run: string; name: HyperparamName; value: number | string }>();

  constructor(
    planned: ExperimentConfig["interventions"],
    private readonly runs: Race["runs"],
  ) {
    this.planned = planned;
  }

  /** A person moves a control. */
  set(run: string, name: HyperparamName, value: number | string): void {
    this.live.set(key(run, name), { run, name, value });
  }

  /** Applies all that is due before the step `race.step`; a write that changes nothing is not reported. */
  apply(race: Pick<Race, "step" | "setHyperparam">): { applied: Applied[]; refused: Refused[] } {
    const due = new Map(this.plannedAt(race.step).map((change) => [key(change.run, change.name), change]));
    for (const [setting, change] of this.live) due.set(setting, change);
    this.live.clear();

    const applied: Applied[] = [];
    const refused: Refused[] = [];
    for (const { run, name, value } of due.values()) {
      try {
        const from = race.setHyperparam(run, name, value);
        if (from !== value) applied.push({ run, name, from, value });
      } catch (error) {
        refused.push({ run, name, value, error });
      }
    }
    return { applied, refused };
  }

  /** Interventions of the config at a step; one without a run goes to every run that has the setting. */
  private plannedAt(step: number) {
    return this.planned
      .filter((intervention) => intervention.step === step)
      .flatMap(({ run, name, value }) =>
        this.runs
          .filter((candidate) =>
            run === undefined
              ? OPTIMIZERS[candidate.optimizer].hyperparams.includes(name as HyperparamName)
              : candidate.run === run,
          )
          .map((candidate) => ({ run: candidate.run, name: name as HyperparamName, value })),
      );
  }
}

const key = (run: string, name: string) => JSON.stringify([run, name]);
