/** "at step 96", and where another was asked for (null: the latest) which: "at step 96, kept last before 200". */
export function atStep(step: number, asked: number | null): string {
  const at = `at step ${step}`;
  return asked === null || asked <= step ? at : [at, `kept last before ${asked}`].join(", ");
}

/** A run's name where its numbers are of another step than those beside it, as of one that has diverged: "SGDm, step 0". */
export const nameAt = (name: string, step: number, beside: number): string =>
  step === beside ? name : `${name}, step ${step}`;
