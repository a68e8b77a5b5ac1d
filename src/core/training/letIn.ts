/** Where a step lets commands in, and whether it was ended there. */
export interface LetIn {
  /** Absent where nobody waits. */
  between: (() => Promise<void>) | undefined;
  /** What `between` throws ends the race, not the run in whose step it is heard. */
  readonly hasEnded: boolean;
}

/** `wait` as a step takes it. */
export function letIn(wait: (() => Promise<void>) | undefined): LetIn {
  let hasEnded = false;
  const between = async () => {
    try {
      await wait?.();
    } catch (error) {
      hasEnded = true;
      throw error;
    }
  };
  return {
    between: wait && between,
    get hasEnded() {
      return hasEnded;
    },
  };
}
