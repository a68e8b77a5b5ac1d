import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../..");
const isTest = (path: string) => /(^|\/)testing\/|\.test\.tsx?$/.test(path);

/** What a file names that only the kernels may know, by its path below `src`: their backends' rooms, and in `core` the backends. */
function breaches(path: string, source: string): string[] {
  if (path.startsWith("core/kernels/")) return [];
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, "");
  const rooms = code.match(/["'][^"']*kernels\/(wasm|webgpu)\/[^"']*["']/g) ?? [];
  const backends = path.startsWith("core/")
    ? (code.match(/\w*(wasm|webgpu|gpuHeap|getBackend|backendName)\w*/gi) ?? [])
    : [];
  return [...rooms, ...backends];
}

/** What a file of the kernels imports of other folders of `core`. */
function importsAbove(path: string, source: string): string[] {
  const imports = [...source.matchAll(/from "(\.[^"]+)"/g)].map(([, from]) => join(path, "..", from as string));
  return imports.filter((target) => target.startsWith("core/") && !target.startsWith("core/kernels/"));
}

/** Sources that are no tests, by their paths below `src`. */
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
  .map((path) => [path, readFileSync(join(SRC, path), "utf8")] as const);

describe("the seam of the kernels", () => {
  it("is the only place that names a backend or opens a backend's room", () => {
    expect(sources.length).toBeGreaterThan(300);
    const found = sources.map(([path, source]) => [path, breaches(path, source)] as const);
    expect(found.filter(([, names]) => names.length > 0)).toEqual([]);
  });

  it("lies below the other folders of the core", () => {
    const kernels = sources.filter(([path]) => path.startsWith("core/kernels/"));
    expect(kernels.length).toBeGreaterThan(30);
    const found = kernels.map(([path, source]) => [path, importsAbove(path, source)] as const);
    expect(found.filter(([, imports]) => imports.length > 0)).toEqual([]);
  });

  it.each([
    ["core/apo/planted.ts", 'import { wasmHeap } from "../kernels/wasm/heap";', 3],
    ["core/training/planted.ts", 'if (getBackend() === "webgpu") flush();', 2],
    ["worker/planted.ts", 'export type { GpuHeap } from "../core/kernels/webgpu/heap";', 1],
    ["worker/planted.ts", 'await setBackend("wasm");', 0],
    ["core/apo/planted.ts", "// on wasm and WebGPU alike\nstep();", 0],
    ["core/kernels/planted.ts", 'import { wasmHeap } from "./wasm/heap";', 0],
  ])("is held in %s: %s", (path, source, count) => {
    expect(breaches(path, source)).toHaveLength(count);
  });

  it("is held against an import from above", () => {
    expect(importsAbove("core/kernels/webgpu/planted.ts", 'import type { Run } from "../../training/run";')).toEqual([
      "core/training/run",
    ]);
    expect(importsAbove("core/kernels/webgpu/planted.ts", 'import type { Loss } from "../operands/loss";')).toEqual([]);
  });
});
