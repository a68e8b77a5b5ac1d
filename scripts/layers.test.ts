import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Row {
  /** Where the import is written, below `src`. */
  file: string;
  allowed: readonly string[];
  forbidden: readonly string[];
}

/** The layer table of ARCHITECTURE.md, written out as imports. */
const ROWS: readonly Row[] = [
  {
    file: "config/planted.ts",
    allowed: ["./tasks", "zod/mini"],
    forbidden: [
      "../core/tree",
      "../protocol/messages",
      "../worker/trainer",
      "../store/session",
      "../components/App",
      "react",
      "@tensorflow/tfjs-core",
      "node:fs",
      "vitest",
    ],
  },
  { file: "config/planted.test.ts", allowed: ["./tasks", "vitest", "node:fs"], forbidden: ["../core/tree", "react"] },
  {
    file: "core/nn/planted.ts",
    allowed: [
      "./layer",
      "../tree",
      "../../config/tasks",
      "@tensorflow/tfjs-core",
      "pure-rand",
      "pure-rand/generator/xoroshiro128plus",
      "d3-random",
      "fast-png",
      "ml-matrix",
      "papaparse",
    ],
    forbidden: [
      "../../protocol/messages",
      "../../worker/trainer",
      "../../store/session",
      "../../components/App",
      "../../cli/trace",
      "../../main",
      "../testing/backends",
      "@tensorflow/tfjs",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-core/dist/register_all_gradients",
      "react",
      "zustand",
      "recharts",
      "zod",
      "node:fs",
      "node:fs/promises",
      "vitest",
    ],
  },
  {
    file: "core/kernels/planted.ts",
    allowed: ["../nn/layer", "@tensorflow/tfjs-backend-wasm", "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program"],
    forbidden: ["@tensorflow/tfjs", "../../worker/device/backend", "react", "node:fs"],
  },
  {
    file: "core/apo/planted.test.ts",
    allowed: [
      "vitest",
      "node:fs",
      "node:fs/promises",
      "../testing/backends",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-core/dist/register_all_gradients",
    ],
    forbidden: ["../../worker/device/backend", "../../store/session", "react", "@tensorflow/tfjs"],
  },
  {
    file: "protocol/planted.ts",
    allowed: ["./messages", "../config/tasks"],
    forbidden: ["../core/tree", "../worker/trainer", "../store/session", "@tensorflow/tfjs-core", "react", "zod"],
  },
  {
    file: "worker/planted.ts",
    allowed: [
      "../core/tree",
      "../protocol/messages",
      "../config/tasks",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url",
    ],
    forbidden: [
      "../store/session",
      "../components/App",
      "../cli/trace",
      "@tensorflow/tfjs",
      "react",
      "zustand",
      "node:fs",
    ],
  },
  {
    file: "store/planted.ts",
    allowed: ["../protocol/messages", "../config/tasks", "zustand", "zustand/vanilla"],
    forbidden: [
      "../core/tree",
      "../worker/trainer.worker.ts",
      "../worker/trainer.worker?worker",
      "../components/App",
      "../main",
      "@tensorflow/tfjs-core",
      "react",
      "recharts",
    ],
  },
  {
    file: "components/charts/planted.tsx",
    allowed: [
      "./axis",
      "../../store/selectors",
      "../../config/metrics",
      "react",
      "react-dom",
      "recharts",
      "d3-contour",
    ],
    forbidden: [
      "../../core/tree",
      "../../worker/trainer",
      "../../protocol/messages",
      "../../cli/trace",
      "/src/core/tree",
      "@tensorflow/tfjs-core",
      "zustand",
      "d3-random",
      "node:fs",
    ],
  },
  {
    file: "planted.tsx",
    allowed: ["./components/App", "./store/session", "./styles/base.css", "react-dom/client"],
    forbidden: ["./core/tree", "./worker/trainer", "./protocol/messages", "@tensorflow/tfjs-core"],
  },
  {
    file: "cli/bench/planted.ts",
    allowed: [
      "./cases",
      "../../core/tree",
      "../../worker/device/backend",
      "../../worker/partner/pairedRace",
      "@tensorflow/tfjs",
      "@jax-js/jax",
      "convnetjs",
      "brain.js/dist/browser.js",
      "vite",
    ],
    forbidden: ["../../worker/trainer", "../../store/session", "../../protocol/messages", "react", "brain.js"],
  },
  {
    file: "cli/planted.ts",
    allowed: [
      "../core/tree",
      "../config/tasks",
      "@tensorflow/tfjs",
      "@tensorflow/tfjs-backend-wasm",
      "node:fs/promises",
    ],
    forbidden: [
      "../store/session",
      "../components/App",
      "../worker/trainer",
      "../protocol/messages",
      "react",
      "zustand",
    ],
  },
];

/** Every form in which one module can name another. */
const FORMS: readonly ((from: string) => string)[] = [
  (from) => `import { planted } from "${from}";\nplanted();\n`,
  (from) => `import type { Planted } from "${from}";\nexport const planted: Planted[] = [];\n`,
  (from) => `export { planted } from "${from}";\n`,
  (from) => `export const planted = () => import("${from}");\n`,
];

const root = resolve(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "apo-layers-"));

/** Writes the sources into a copy of the project's lint set-up and returns the files that break a layer rule, and why. */
function lintPlanted(sources: readonly (readonly [string, string])[]): Map<string, string> {
  for (const path of ["biome.json", ".gitignore", "scripts/lint"]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  for (const [path, source] of sources) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), source);
  }
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  let report: string;
  try {
    report = execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { category: string; message: string; location: { path: string } }[];
  };
  return new Map(
    diagnostics
      .filter(({ category }) => category === "lint/style/noRestrictedImports" || category === "plugin")
      .map(({ location, message }) => [location.path, message]),
  );
}

/** One file per import and form, beside the row's file, so that each is judged alone. */
function plant(file: string, verdict: "Allowed" | "Forbidden", imports: readonly string[]): [string, string][] {
  const [, stem = "", ending = ""] = /^(.*?)(\.test\.ts|\.tsx?)$/.exec(file) ?? [];
  return imports.flatMap((from, i) =>
    FORMS.map((write, form): [string, string] => [`src/${stem}${verdict}${i}Form${form}${ending}`, write(from)]),
  );
}

const ROW_CASES = ROWS.map(({ file, allowed, forbidden }) => ({
  file,
  right: plant(file, "Allowed", allowed),
  wrong: plant(file, "Forbidden", forbidden),
}));

const HIDDEN = [
  ["src/core/type.ts", 'export type Hidden = import("react").ReactNode;\n'],
  ["src/core/require.ts", 'export const hidden = require("react");\n'],
  ["src/core/glob.ts", 'export const hidden = import.meta.glob("../components/*.tsx");\n'],
] as const;

const WORKER_URL = [
  "src/store/session/session.ts",
  'export const start = () =>\n  new Worker(new URL("../worker/trainer.worker.ts", import.meta.url), { type: "module" });\n',
] as const;

describe("the linter holds the layer table", () => {
  let refused = new Map<string, string>();

  // All at once: a run of the linter costs more than the files it reads.
  beforeAll(() => {
    refused = lintPlanted([...ROW_CASES.flatMap(({ right, wrong }) => [...right, ...wrong]), ...HIDDEN, WORKER_URL]);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(ROW_CASES)("refuses each wrong import in src/$file, in every form", ({ wrong }) => {
    const passed = wrong.filter(([path]) => !refused.has(path)).map(([, source]) => source);
    expect(passed).toEqual([]);
  });

  it.each(ROW_CASES)("lets each right import in src/$file pass, in every form", ({ right }) => {
    const stopped = right.filter(([path]) => refused.has(path)).map(([path, source]) => source + refused.get(path));
    expect(stopped).toEqual([]);
  });

  it.each(HIDDEN)("refuses an import that the layer rules cannot see: %s", (path) => {
    expect(refused.get(path)).toContain("the layer rules cannot see this form");
  });

  it("lets the store name the worker as a URL", () => {
    expect(refused.has(WORKER_URL[0])).toBe(false);
  });
});
