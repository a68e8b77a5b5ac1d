// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "vite";
import { Failure, runMain } from "../fail.mjs";
import { ROOT, run, runTool } from "../run.mjs";
import { PACKED_DOCS, packedText } from "./packedDocs.mjs";
import { typeOf } from "./schemaTypes.mjs";

/*
 * Makes the npm package from an existing build, in dist-package: the page, the element, the Playwright kit and the commands.
 *   npm run pack        builds the page first, and writes dist-package/apo-lab.tgz
 */
const OUT = join(ROOT, "dist-package");
const PACKAGE = join(OUT, "package");

/** What a module for Node misses where a package of CommonJS was built into it. */
const BANNER = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);`;

/** Programs of the package, each with its parts in a folder of its own. */
const PROGRAMS = { bin: "src/cli/lab.ts", kit: "e2e/kit/playwright.ts" };

/** @param {string} name @param {string} entry */
async function buildProgram(name, entry) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    define: { __PACKAGED__: "true" },
    ssr: {
      noExternal: true,
      external: ["@playwright/test"],
      target: "node",
      resolve: { mainFields: ["module", "main"] },
    },
    build: {
      ssr: join(ROOT, entry),
      outDir: join(PACKAGE, name),
      target: "node20",
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: ["@playwright/test"],
        output: { entryFileNames: "index.js", chunkFileNames: "[name]-[hash].js", banner: BANNER },
      },
    },
  });
}

/** The kit's types, with that of the state from its schema: what they are made of needs no other package. */
async function writeTypes() {
  const types = join(OUT, "types");
  const config = join(ROOT, "scripts/pack/tsconfig.json");
  const status = await runTool("typescript/bin/tsc", ["-p", config, "--outDir", types, "--singleThreaded"]);
  if (status !== 0) throw new Failure("The types of the kit cannot be made.");
  const schema = JSON.parse(readFileSync(join(ROOT, "public/schema/apo-state-1.json"), "utf8"));
  const hook = join(types, "src/store/hook/hookState.d.ts");
  const columns = `{ [Name in ColumnName]: (number | null)[] }`;
  writeFileSync(
    hook,
    `import type { ColumnName } from "../../config/tables/metrics";
type State = ${typeOf(schema)};
export type HookStatus = State["status"];
export type Pending = State["pending"];
export interface StateOptions { columns?: readonly ColumnName[]; runs?: readonly string[]; }
/** What \`getState\` gives (schema/apo-state-1.json). Columns that were not asked for are not there. */
export type TestState = Omit<State, "runs"> & { runs: (Omit<State["runs"][number], "columns"> & { columns: ${columns} })[] };
`,
  );
  for (const file of closure(join(types, "e2e/kit/playwright.d.ts"))) {
    const target = join(PACKAGE, "kit/types", file.slice(types.length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

/** @param {string} entry @returns {Set<string>} the file and all that it imports by a relative path */
function closure(entry) {
  const found = new Set([entry]);
  for (const file of found) {
    if (!existsSync(file)) throw new Failure(`${file} is missing.`);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*["'](\.[^"']+)["']/g)) {
      const base = join(dirname(file), path.replace(/\.(mjs|js|ts)$/, ""));
      const wanted = [`${base}.d.ts`, `${base}.d.mts`].find(existsSync);
      if (!wanted) throw new Failure(`${file} imports ${path}, which has no types.`);
      found.add(wanted);
    }
  }
  return found;
}

/** @param {{ version: string, license: string, description: string, engines: object }} project */
function manifest({ version, license, description, engines }) {
  return {
    name: "apo-lab",
    version,
    license,
    description,
    type: "module",
    engines,
    bin: { "apo-lab": "bin/index.js" },
    exports: {
      ".": { types: "./dist/apo-embed.d.ts", default: "./dist/apo-embed.js" },
      "./playwright": { types: "./kit/types/e2e/kit/playwright.d.ts", default: "./kit/index.js" },
      "./dist/*": "./dist/*",
      "./schema/*": "./dist/schema/*",
      "./package.json": "./package.json",
    },
    peerDependencies: { "@playwright/test": ">=1.50" },
    peerDependenciesMeta: { "@playwright/test": { optional: true } },
  };
}

async function pack() {
  const dist = join(ROOT, "dist");
  if (!existsSync(join(dist, "index.html"))) throw new Failure("There is no build: npm run build makes it.");
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  cpSync(dist, join(PACKAGE, "dist"), { recursive: true });
  for (const file of ["LICENSE", "NOTICE"]) cpSync(join(ROOT, file), join(PACKAGE, file));
  mkdirSync(join(PACKAGE, "docs"));
  for (const [source, target] of Object.entries(PACKED_DOCS)) writeFileSync(join(PACKAGE, target), packedText(source));
  const wasm = dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));
  mkdirSync(join(PACKAGE, "wasm"));
  for (const file of readdirSync(wasm).filter((name) => name.endsWith(".wasm") && !name.includes("threaded")))
    cpSync(join(wasm, file), join(PACKAGE, "wasm", file));
  for (const [name, entry] of Object.entries(PROGRAMS)) await buildProgram(name, entry);
  await writeTypes();
  const project = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  writeFileSync(join(PACKAGE, "package.json"), `${JSON.stringify(manifest(project), null, 2)}\n`);
  const status = await run("npm", ["pack", PACKAGE, "--pack-destination", OUT, "--silent", "--offline"]);
  if (status !== 0) throw new Failure("npm pack failed.");
  renameSync(join(OUT, `apo-lab-${project.version}.tgz`), join(OUT, "apo-lab.tgz"));
}

await runMain(pack);
