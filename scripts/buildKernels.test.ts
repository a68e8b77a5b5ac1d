import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compileKernels } from "./buildKernels.mjs";
import { ROOT } from "./run.mjs";

it("finds in src/core/kernels/wasm/binary.ts what assembly/ compiles to; after a change run `npm run kernels`", async () => {
  expect(readFileSync(join(ROOT, "src/core/kernels/wasm/binary.ts"), "utf8")).toBe(await compileKernels());
});
