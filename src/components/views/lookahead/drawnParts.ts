import type { WalkStage } from "../../../config/tables/walk";

/** Which parts of the picture are drawn. */
export interface DrawnParts {
  /** The examples of B. */
  batch: boolean;
  /** What θ′ makes of it. */
  after: boolean;
  /** The inputs of B′, and how far the outputs move there. */
  fsd: boolean;
}

const PARTS: Record<WalkStage, DrawnParts> = {
  1: { batch: true, after: false, fsd: false },
  2: { batch: true, after: true, fsd: false },
  3: { batch: false, after: true, fsd: true },
  4: { batch: true, after: true, fsd: true },
  5: { batch: false, after: true, fsd: false },
};
const ALL: DrawnParts = { batch: true, after: true, fsd: true };

/** In a walk only what its stage speaks of. */
export const drawnParts = (stage: WalkStage | null): DrawnParts => (stage === null ? ALL : PARTS[stage]);
