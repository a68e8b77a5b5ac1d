import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compileKernels, KERNEL_MODULES } from "./buildKernels.mjs";
import { ROOT } from "./run.mjs";

let built: Awaited<ReturnType<typeof compileKernels>>;

beforeAll(async () => {
  built = await compileKernels();
}, 180_000);

it("compiles two modules", () => {
  expect(Object.keys(built)).toHaveLength(2 * KERNEL_MODULES.length);
});

it.each(KERNEL_MODULES.flatMap(({ entry, binary, kernels }) => [binary, kernels].map((file) => [file, entry])))(
  "finds in %s what %s compiles to; after a change run `npm run kernels`",
  (file) => {
    expect(readFileSync(join(ROOT, file), "utf8")).toBe(built[file]);
  },
);

/** Lines of a program, and whether tsc is to refuse each. */
const CALLS: readonly (readonly [line: string, isRefused: boolean])[] = [
  ["kernels.scale({ factor: 2, x: 0, to: 0, size: 4 });", false],
  ["kernels.scale({ factor: 2, x: 0, to: 0 });", true],
  ["kernels.scale({ factor: 2, x: 0, to: 0, size: 4, more: 1 });", true],
  ["kernels.scale({ factor: 2, x: 0, y: 0, size: 4 });", true],
  ["kernels.scale({ factor: 2, x: 0, to: 0, size: true });", true],
  ["kernels.scale(2, 0, 0, 4);", true],
  ["kernels.multiply({ a: 0, b: 0, c: 0 });", true],
  ["kernels.cale({ factor: 2, x: 0, to: 0, size: 4 });", true],
  [
    "export const traceOf: number = kernels.preconditionerTrace({ A: 0, B: 0, S: 0, isLog: 0, outputs: 1, inputs: 1 });",
    false,
  ],
  ["export const value: number = kernels.relu({ x: 0, y: 0, size: 4 });", true],
];

it("lets tsc refuse the call of a kernel with too few or too many numbers, or with one of another name or type", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const head = [
      `import type { WasmKernels } from "${join(ROOT, "src/core/kernels/wasm/kernels")}";`,
      "declare const kernels: WasmKernels;",
    ];
    writeFileSync(join(folder, "calls.ts"), [...head, ...CALLS.map(([line]) => line)].join("\n"));
    const config = { extends: join(ROOT, "tsconfig.json"), compilerOptions: { types: [] }, include: ["calls.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const args = [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const refused = new Set(
      [...stdout.matchAll(/calls\.ts\((\d+),/g)].map(([, line]) => Number(line) - head.length - 1),
    );
    expect(CALLS.map(([line], i) => [line, refused.has(i)])).toEqual(CALLS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
