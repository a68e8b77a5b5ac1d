import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLayers } from "./layers/check.mjs";
import { ROOMS } from "./layers/table.mjs";

interface Row {
  /** Where the import is written, below `src`. */
  file: string;
  allowed: readonly string[];
  forbidden: readonly string[];
}

/** The layer table (`layers/table.mjs`), written out as imports. */
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
    allowed: ["./messages", "../config/tasks", "zod/mini"],
    forbidden: ["../core/tree", "../worker/trainer", "../store/session", "@tensorflow/tfjs-core", "react"],
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
const FORMS: readonly ((from: string, i: number) => string)[] = [
  (from, i) => `import { planted as planted${i} } from "${from}";\nplanted${i}();\n`,
  (from, i) =>
    `import type { Planted as Planted${i} } from "${from}";\nexport const planted${i}: Planted${i}[] = [];\n`,
  (from, i) => `export { planted as planted${i} } from "${from}";\n`,
  (from, i) => `export const planted${i} = () => import("${from}");\n`,
];

const root = resolve(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "apo-layers-"));

type Source = readonly [path: string, text: string];

function write(sources: readonly Source[]): void {
  for (const [path, text] of sources) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
}

type Report = Awaited<ReturnType<typeof checkLayers>>;

/** The files that the linter refuses for a form of import that the layer rules cannot see, and its words. */
function lintCopy(): Map<string, string> {
  for (const path of ["biome.json", ".gitignore", "scripts/lint"]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "hidden", WORKER_URL[0]];
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
      .filter(({ category }) => category === "plugin")
      .map(({ location, message }) => [location.path, message]),
  );
}

/** A file for each form, with every import of the row. */
function plant({ file, allowed, forbidden }: Row): Source[] {
  const [, stem = "", ending = ""] = /^(.*?)(\.test\.ts|\.tsx?)$/.exec(file) ?? [];
  return FORMS.map(
    (write, form): Source => [
      `src/${stem}Form${form}${ending}`,
      [...allowed, ...forbidden].map((from, i) => write(from, i)).join(""),
    ],
  );
}

/** Files for the imports of a row to arrive at. */
const targetsOf = ({ file, allowed, forbidden }: Row): Source[] =>
  [...allowed, ...forbidden]
    .filter((from) => from.startsWith("."))
    .map((from) => posix.join("src", dirname(file), from.replace(/\?.*/, "")))
    .map((path) => [/\.(ts|css)$/.test(path) ? path : `${path}.ts`, "export {};\n"]);

const ROW_CASES = ROWS.map((row) => ({ ...row, planted: plant(row) }));

/** A file of a room, by the form of its name in the table. */
function fileIn(layer: string, room: string, stem: string): string {
  if (/\.\w+$/.test(room)) return `src/${layer}/${room}`;
  return posix.join("src", layer, room.replace("*", stem), `${stem}.ts`);
}

function importFile(from: string, to: string): Source {
  const path = posix.relative(dirname(from), to);
  return [from, `import "${path.startsWith(".") ? path : `./${path}`}";\n`];
}

/** From each room to the next one up, which is wrong, and back; and between the folders of a "views/*". */
const ARROWS = Object.entries(ROOMS).map(([layer, rooms]) => {
  const steps = rooms
    .slice(1)
    .map((high, i) => [fileIn(layer, rooms[i] as string, "low"), fileIn(layer, high, "high")] as const)
    .filter(([low]) => !low.endsWith(".css")); // a sheet imports nothing
  const beside = rooms
    .filter((room) => room.endsWith("/*"))
    .map((room) => [fileIn(layer, room, "one"), fileIn(layer, room, "other")] as const);
  return { layer, wrong: [...steps, ...beside], right: steps.map(([low, high]) => [high, low] as const) };
});

const HIDDEN = [
  ["hidden/type.ts", 'export type Hidden = import("react").ReactNode;\n'],
  ["hidden/require.ts", 'export const hidden = require("react");\n'],
  ["hidden/glob.ts", 'export const hidden = import.meta.glob("../components/*.tsx");\n'],
] as const;

const WORKER_URL = [
  "src/store/session/session.ts",
  'export const start = () =>\n  new Worker(new URL("../worker/trainer.worker.ts", import.meta.url), { type: "module" });\n',
] as const;

const CIRCLE: readonly Source[] = [
  ["src/protocol/circle.ts", 'import type { Back } from "./back";\nexport type Circle = Back;\n'],
  ["src/protocol/back.ts", 'import type { Circle } from "./circle";\nexport type Back = Circle;\n'],
];

const ORPHANS: readonly Source[] = [
  ["src/lab.tsx", 'import "./components/reached";\n'],
  ["src/components/reached.ts", "export {};\n"],
  ["src/components/orphan.ts", "export {};\n"],
  ["src/store/orphan.test.ts", 'import "./forTests";\nimport "./testing/used";\n'],
  ["src/store/forTests.ts", "export {};\n"],
  ["src/store/testing/used.ts", "export {};\n"],
  ["src/store/testing/unused.ts", "export {};\n"],
];

describe("the tool holds the layer table", () => {
  let report: Report = { modules: [], violations: [] };
  let hidden = new Map<string, string>();
  const breaking = (name: string) => report.violations.filter(({ rule }) => rule.name === name);
  /** What a file imports against the layers, as it is written there. */
  const refusedIn = (path: string) =>
    (report.modules.find(({ source }) => source === path)?.dependencies ?? [])
      .filter(({ rules = [] }) => rules.some(({ name }) => name.startsWith("layer ")))
      .map(({ protocol = "", module }) => protocol + module);
  const isUpward = ([low, high]: readonly [string, string]) =>
    report.violations.some(({ from, to, rule }) => from === low && to === high && rule.name.startsWith("room "));

  // All at once: a run of the tool costs more than the files it reads.
  beforeAll(async () => {
    write([...ROWS.flatMap(targetsOf), ...ROW_CASES.flatMap(({ planted }) => planted)]);
    write([...HIDDEN, WORKER_URL, ...CIRCLE, ...ORPHANS]);
    const arrows = ARROWS.flatMap(({ wrong, right }) => [...wrong, ...right]);
    write(arrows.flat().map((path) => [path, "export {};\n"]));
    for (const [from, to] of arrows) {
      const [path, text] = importFile(from, to);
      appendFileSync(join(copy, path), text);
    }
    report = await checkLayers(copy, ["src"]);
    hidden = lintCopy();
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(ROW_CASES)("refuses each wrong import in src/$file, in every form", ({ planted, forbidden }) => {
    for (const [path] of planted) expect(refusedIn(path)).toEqual(expect.arrayContaining([...forbidden]));
  });

  it.each(ROW_CASES)("lets each right import in src/$file pass, in every form", ({ planted, allowed }) => {
    for (const [path] of planted) expect(refusedIn(path).filter((from) => allowed.includes(from))).toEqual([]);
  });

  it.each(HIDDEN)("refuses an import that the layer rules cannot see: %s", (path) => {
    expect(hidden.get(path)).toContain("the layer rules cannot see this form");
  });

  it("lets the store name the worker as a URL", () => {
    expect(refusedIn(WORKER_URL[0])).toEqual([]);
    expect(hidden.has(WORKER_URL[0])).toBe(false);
  });

  it.each(ARROWS)("refuses an arrow that runs up inside src/$layer, from each of its rooms", ({ wrong }) => {
    expect(wrong.filter((arrow) => !isUpward(arrow))).toEqual([]);
  });

  it.each(ARROWS)("lets an arrow that runs down inside src/$layer pass", ({ right }) => {
    expect(right.filter(isUpward)).toEqual([]);
  });

  it("refuses a circle, of types too", () => {
    const circle = breaking("circle").filter(({ from }) => from.startsWith("src/protocol/"));
    expect(circle).toHaveLength(1);
  });

  it("refuses a file that no program reaches, also where a test does", () => {
    const orphans = breaking("orphan").map(({ to }) => to);
    expect(orphans).toEqual(expect.arrayContaining(["src/components/orphan.ts", "src/store/forTests.ts"]));
    expect(orphans).not.toContain("src/components/reached.ts");
  });

  it("refuses a helper of tests that no test reaches", () => {
    const orphans = breaking("orphan of tests").map(({ to }) => to);
    expect(orphans).toContain("src/store/testing/unused.ts");
    expect(orphans).not.toContain("src/store/testing/used.ts");
  });
});
