import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { ViewId } from "../../config/tables/views";
import type { Race } from "../../core/training/contract";
import type { AnalysisRequest, Resume, WorkerEvent } from "../../protocol/messages";
import type { Gate } from "../scheduling/gate";
import type { InterventionQueue } from "./interventions";
import type { StepRequest } from "./stepRequest";

/** What a loop works with. */
export interface LoopParts {
  experiment: string;
  race: Race;
  /** The log that the page goes on from, if any. */
  resume: Resume | null;
  /** null: nobody keeps checkpoints. */
  keep: ((checkpoint: RaceCheckpoint, buffers: ArrayBuffer[]) => void) | null;
  /** The race ends after this many steps. Asked anew in every step. */
  steps(): number;
  evaluationInterval: number;
  hasPicture: boolean;
  gate: Gate;
  stepRequest: StepRequest;
  interventions: InterventionQueue;
  /** null: as fast as it goes. Asked anew in every step. */
  stepsPerSecond(): number | null;
  /** Snapshots at multiples of so many steps only; null: by the clock as well. */
  snapshotsEvery: number | null;
  /** The newest question of the page whether the loop rests (`tellRest`). */
  question(): number;
  /** Whether a view is open now: what only closed ones show is not computed. */
  isOpen(view: ViewId): boolean;
  /** Resolves when the device has done all it was given; null where work is done at once. */
  fence: (() => Promise<void>) | null;
  /** Awaited before a run is called diverged: a lost device breaks numbers as well, and ends the session. */
  outliveLoss(): Promise<void>;
  send(event: WorkerEvent): void;
  analyse(): ((request: AnalysisRequest) => void) | null;
  now(): number;
}
