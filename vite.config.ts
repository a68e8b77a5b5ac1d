import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, normalizePath, type Plugin, type Rolldown } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { contentPolicy } from "./scripts/contentPolicy.mjs";
import { shipLicences } from "./scripts/licences/ship.mjs";
import { SHIPPED, shippedFiles } from "./scripts/shippedFiles.mjs";
import { KERNELS_IN_USE } from "./src/core/kernels/inUse.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** Leaves out of tfjs's lists of kernels, a module for each, those that nothing of ours asks for. */
const onlyKernelsInUse = (): Plugin => ({
  name: "only-kernels-in-use",
  transform(code, id) {
    if (!/tfjs-backend-\w+\/dist\/register_all_kernels\.js$/.test(id)) return null;
    const entries = [...code.matchAll(/^import \{ (\w+) \} from '\.\/kernels\/(\w+)';$/gm)];
    const left = entries.filter(([, , kernel = ""]) => !KERNELS_IN_USE.includes(kernel));
    if (left.length === 0) this.error(`${id} has another form than expected: every kernel of it would be shipped.`);
    return left.reduce(
      (rest, [line, config = ""]) => rest.replace(line, "").replace(new RegExp(`^ +${config},?$`, "m"), ""),
      code,
    );
  },
});

/** tfjs's WebGPU backend takes functions of the CPU's out of an object of all of them, which keeps all: these are the ones taken. */
const onlySharedInUse = (): Plugin => ({
  name: "only-shared-in-use",
  transform(code, id) {
    if (!id.endsWith("tfjs-backend-webgpu/dist/kernel_utils/shared.js")) return null;
    const [, from, names] = /^import \* as shared from '(\S+)';\s*const \{(.+?)\} = shared;/ms.exec(code) ?? [];
    if (!from || !names) this.error(`${id} has another form than expected: all of the CPU's backend would be shipped.`);
    return `export { ${names.replaceAll(":", " as ")} } from "${from}";`;
  },
});

/** recharts looks d3's scales up by name, which keeps all of them: these are the ones that our axes, and its own defaults, name. */
const onlyScalesInUse = (): Plugin => ({
  name: "only-scales-in-use",
  transform: (_, id) =>
    id.endsWith("victory-vendor/es/d3-scale.js")
      ? 'export { scaleBand, scaleLinear, scaleLog, scalePoint } from "d3-scale";'
      : null,
});

const licences = shipLicences();

/** Ids of a file of ours and of all that it imports, at any depth, without what is fetched later. */
const broughtBy = (entry: string, graph: Rolldown.ChunkingContext): Set<string> => {
  const brought = new Set([normalizePath(fileURLToPath(new URL(entry, import.meta.url)))]);
  for (const id of brought) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) brought.add(imported);
  return brought;
};

/**
 * Puts what the first page imports in its chunk, and all else that the lab does in the lab's: both have run before anything that is
 * fetched later, which would otherwise share a hundred small chunks with them. A painted figure comes without the lab.
 */
const firstOrLab = (): Rolldown.CodeSplittingNameFunction => {
  let sets: Record<"first" | "figure" | "lab", Set<string>> | undefined;
  return (id, context) => {
    sets ??= {
      first: broughtBy("index.html", context),
      figure: broughtBy("src/components/first/showFigure.tsx", context),
      lab: broughtBy("src/lab.tsx", context),
    };
    if (sets.first.has(id)) return "index";
    return sets.lab.has(id) && !sets.figure.has(id) ? "lab" : null;
  };
};

/** What serves the page without a network; registered by the page (`src/store/session/offline.ts`), and nowhere else. */
const serviceWorker = VitePWA({
  strategies: "injectManifest",
  srcDir: "src/offline",
  filename: "serviceWorker.ts",
  injectRegister: false,
  manifest: false,
  injectManifest: {
    globPatterns: [...SHIPPED],
    maximumFileSizeToCacheInBytes: 8_000_000,
    manifestTransforms: [shippedFiles],
    buildPlugins: { vite: [licences.isListed()] },
  },
});

/** For tests, whose register_all_gradients reads flags that tfjs-core sets, and does not import them. */
export const TFJS_IN_ONE_CHUNK = {
  codeSplitting: { groups: [{ name: "tfjs", test: /tfjs-core\/dist\/(?!register_all)/ }] },
};

/** The page: static files with relative addresses, so that `dist` works from any folder of any web server. */
export default defineConfig({
  base: "./",
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [react({ jsxImportSource: "#jsx" }), onlyScalesInUse(), contentPolicy(), ...licences.page, serviceWorker],
  // Packages that Vite only finds while the page runs make it load the page again, and a run is gone.
  optimizeDeps: { entries: ["index.html", "src/gallery/index.html", "src/worker/**/*.worker.ts"] },
  worker: { format: "es", plugins: () => [onlyKernelsInUse(), onlySharedInUse(), licences.worker()] },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["index.html", "src/host/apoEmbed.ts"],
      output: {
        // What other pages load by its name; it imports nothing, so that it is one file.
        entryFileNames: ({ name }) => (name === "apoEmbed" ? "apo-embed.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            // Everything that only the charts need, so that a change of ours leaves it in the browser's cache.
            {
              name: "charts",
              test: /node_modules\/(recharts|victory-vendor|d3-(?!random)[a-z]+|@reduxjs|react-redux|immer)\//,
            },
            // Schemas of files and messages: the page needs none before it opens one.
            { name: "zod", test: /node_modules\/zod\// },
            { name: firstOrLab(), debugName: "first or lab", includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
