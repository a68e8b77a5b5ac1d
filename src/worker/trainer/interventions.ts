import { checkHyperparam } from "../../config/experiment/checkHyperparam";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { interventionRuns, plannedChanges } from "../../config/experiment/resolveInterventions";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { Race } from "../../core/training/contract";
import type { Notice } from "../../protocol/messages";
import { cannotChange, noteOf } from "../notices";

interface Change {
  run: string;
  name: HyperparamName;
  value: number | string;
}

/** A change that acts in the step about to be taken. */
export interface AppliedChange extends Change {
  from: number | string;
}

/** Changes waiting for their step: those of the config at theirs, live ones at the next. The last write of a setting wins. */
export class InterventionQueue {
  private readonly live = new Map<string, Change>();

  constructor(
    private readonly planned: ExperimentConfig["interventions"],
    private readonly runs: ExperimentConfig["optimizers"],
  ) {}

  /** A person moves a control. Returns what to tell them where the value is not taken as it is. */
  set(run: string, name: HyperparamName, value: number | string): Notice | null {
    const [target] = interventionRuns(this.runs, { run, name });
    const spec = this.runs.find((candidate) => candidate.run === target);
    if (!spec) return cannotChange(run, name);
    let notice: Notice | null = null;
    const taken = checkHyperparam(spec.id, name, value, spec.hyperparams[name], `run ${run}`, (problem) => {
      notice = noteOf(problem);
    });
    this.live.set(settingKey({ run, name }), { run, name, value: taken });
    return notice;
  }

  /** Applies all that is due before the step `race.step`; a write that changes nothing is left out. Live ones can wait. */
  apply(race: Pick<Race, "step" | "setHyperparam">, hasLive = true): AppliedChange[] {
    const due = new Map<string, Change>();
    for (const change of plannedChanges(this.planned, this.runs, race.step)) due.set(settingKey(change), change);
    if (hasLive) {
      for (const change of this.live.values()) due.set(settingKey(change), change);
      this.live.clear();
    }
    return [...due.values()]
      .map((change) => ({ ...change, from: race.setHyperparam(change.run, change.name, change.value) }))
      .filter(({ from, value }) => from !== value);
  }
}

const settingKey = ({ run, name }: Pick<Change, "run" | "name">) => JSON.stringify([run, name]);
