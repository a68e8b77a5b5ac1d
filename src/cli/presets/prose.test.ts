import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { median } from "../../config/experiment/presets/checks/seen";

const root = join(import.meta.dirname, "../../..");

interface Sweep {
  methods: { optimizer: string; heldOut: { trainLoss: number | null }[] }[];
}

/** The lowest of the methods' median training losses on held-out seeds; a run that diverged counts as infinite. */
const lowest = ({ methods }: Sweep, ids: readonly string[]): number =>
  Math.min(
    ...methods
      .filter(({ optimizer }) => ids.includes(optimizer))
      .map(({ heldOut }) => median(heldOut.map(({ trainLoss }) => trainLoss ?? Number.POSITIVE_INFINITY))),
  );

it("README says that KFAC or EKFAC ends lower than APO on most tasks, and so the records say", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("on most of these tasks KFAC or EKFAC ends lower");
  const sweeps = readdirSync(join(root, "docs/sweeps")).map(
    (file) => JSON.parse(readFileSync(join(root, "docs/sweeps", file), "utf8")) as Sweep,
  );
  const lower = sweeps.filter((sweep) => lowest(sweep, ["kfac", "ekfac"]) < lowest(sweep, ["apo-p", "apo-lr"]));
  expect(lower.length).toBeGreaterThan(sweeps.length / 2);
});
