import type { HeldTest } from "../../config/claims/findings/finding";

/** The tests of claim 7, by file and by words of their titles as docs/numerics.md has them, with what each says of the family. */
const FAMILY_TESTS: readonly (Pick<HeldTest, "says" | "file"> & { words: string })[] = [
  {
    says: "Gradient descent: loss to first order, WSD",
    file: "src/core/optimizers/family.test.ts",
    words: "is −g/λ_WSD by gradient descent",
  },
  {
    says: "Natural gradient: loss to first order, FSD to second",
    file: "src/core/optimizers/family.test.ts",
    words: "is −η(λ_FSD·G + λ_WSD·I)⁻¹ g by natural gradient",
  },
  {
    says: "Hessian-free: loss to second order, WSD",
    file: "src/core/optimizers/family.test.ts",
    words: "is −(G + λ_WSD·I)⁻¹ g by Hessian-free without damping and backtracking",
  },
  {
    says: "The proximal point: all three exact",
    file: "src/core/optimizers/family.test.ts",
    words: "is −(H + λ_FSD·G + λ_WSD·I)⁻¹ g by the proximal point",
  },
  {
    says: "KFAC: APO-P with the factors of the curvature in it",
    file: "src/core/apo/acceptance/structuredPreconditioner.test.ts",
    words: "P is exactly the KFAC inverse",
  },
  {
    says: "APO-P, dense, on a quadratic: learns the proximal point",
    file: "src/core/apo/acceptance/densePreconditioner.test.ts",
    words: "exact quadratic loss, same H every batch",
  },
  {
    says: "APO-P, structured, from the identity: comes near it",
    file: "src/core/apo/acceptance/structuredPreconditioner.test.ts",
    words: "P comes within 5% of P*",
  },
  {
    says: "APO-η on a quadratic: learns the best η",
    file: "src/core/apo/acceptance/learningRate.test.ts",
    words: "η over many starts settles at η*",
  },
];

/** These tests with the limits and the observed figures of docs/numerics.md. Throws where it has no row of one. */
export function heldTests(numerics: string): HeldTest[] {
  const rows = numerics.split("\n").filter((line) => line.startsWith("| "));
  return FAMILY_TESTS.map(({ says, file, words }) => {
    const row = rows.find((line) => line.includes(`\`${file}\`: "${words}"`));
    const [observed, limit] = row?.slice(2, -2).split(" | ").toReversed() ?? [];
    if (observed === undefined || limit === undefined)
      throw new Error(`docs/numerics.md has no row of ${file}: "${words}".`);
    return { says, file, test: words, limit, observed };
  });
}
