import { NETWORK_FORMS, type NetworkForm } from "../../config/tables/networks/networkStarts";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { TASK_IDS, type TaskId } from "../../config/tables/taskIds";
import type { TaskOptions } from "../../config/tables/taskOptions";
import { isHeavy, TASKS } from "../../config/tables/tasks";
import { type Candidate, candidatesOf } from "./grids";
import { networkCandidates } from "./networkGrids";

/** One on which settings are chosen. */
export const TUNING_SEED = 0;

const SOLVERS = OPTIMIZER_IDS.filter((id) => OPTIMIZERS[id].isSolver);

/** Methods that go through a task together, and how far. */
export interface Leg {
  optimizers: readonly OptimizerId[];
  tuningSteps: number;
  steps: number;
  /** Steps between evaluations of the held-out runs. */
  interval: number;
}

/** A task with its first network, or a network of CIFAR-10 that has settings of its own. */
export type SweepName = TaskId | NetworkForm;

type Network = NetworkForm | "translation";

/** What is swept, and how. */
export interface SweepPlan {
  task: TaskId;
  taskOptions: Partial<TaskOptions>;
  candidates: (id: OptimizerId) => Candidate[];
  legs: Leg[];
  /** Those that results are reported on. */
  heldOutSeeds: readonly number[];
  /** Candidates are ranked by their mean loss on so many last batches; absent: by the train loss at the end. */
  lastBatches?: number;
}

/** Of the poster's networks: a CPU takes a tenth of a second and more for a step, so they have short runs, and one held-out seed. */
const NETWORK_STEPS: Record<Network, Pick<Leg, "tuningSteps" | "steps">> = {
  alexnet: { tuningSteps: 100, steps: 200 },
  vgg16: { tuningSteps: 60, steps: 120 },
  "vgg16-batch": { tuningSteps: 40, steps: 80 },
  resnet18: { tuningSteps: 60, steps: 120 },
  wrn28: { tuningSteps: 40, steps: 60 },
  translation: { tuningSteps: 40, steps: 100 },
};

const NETWORK_OPTIONS: Record<Network, Partial<TaskOptions>> = {
  alexnet: { network: "alexnet" },
  vgg16: { network: "vgg16" },
  "vgg16-batch": { network: "vgg16", norm: "batch" },
  resnet18: { network: "resnet18" },
  wrn28: { network: "wrn28" },
  translation: {},
};

export const isNetwork = (name: SweepName): name is Network => Object.hasOwn(NETWORK_STEPS, name);

/** All that is swept, in the order of docs/results.md: not the tasks whose data are the user's. */
export const SWEEP_NAMES: readonly SweepName[] = [
  ...TASK_IDS.filter((task) => !["csv", "cifar100", "translation"].includes(task)),
  ...NETWORK_FORMS,
  "translation",
];

/** How a task or network is swept. */
export const sweepPlan = (name: SweepName): SweepPlan =>
  isNetwork(name)
    ? networkPlan(name)
    : {
        task: name as TaskId,
        taskOptions: {},
        candidates: candidatesOf,
        legs: legsOf(name as TaskId),
        heldOutSeeds: [1, 2, 3, 4, 5],
      };

function networkPlan(name: Network): SweepPlan {
  const task = name === "translation" ? name : "cifar10";
  const { tuningSteps, steps } = NETWORK_STEPS[name];
  const optimizers = TASKS[task].race;
  return {
    task,
    taskOptions: NETWORK_OPTIONS[name],
    candidates: (id) => networkCandidates(name, id),
    legs: [{ optimizers, tuningSteps, steps, interval: steps / 4 }],
    heldOutSeeds: [1],
    lastBatches: 20,
  };
}

/**
 * The methods of a sweep: whole runs, but half a run for choosing on images. The inner solvers take 100 steps, 50 for
 * choosing, beside SGDm for the clock; on images, where one step takes seconds, they take no part.
 */
function legsOf(task: TaskId): Leg[] {
  const { steps } = TASKS[task];
  const fast = OPTIMIZER_IDS.filter((id) => !SOLVERS.includes(id));
  const tuningSteps = isHeavy(task) ? steps / 2 : steps;
  const legs: Leg[] = [{ optimizers: fast, tuningSteps, steps, interval: steps / 20 }];
  if (!isHeavy(task)) legs.push({ optimizers: ["sgdm", ...SOLVERS], tuningSteps: 50, steps: 100, interval: 5 });
  return legs;
}
