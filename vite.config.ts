import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rollup } from "vite";
import { shipLicences } from "./scripts/licences/ship.mjs";
import { KERNELS_IN_USE } from "./src/core/kernels/inUse";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** Zod explains in its comments, for people, an annotation that Rollup then takes for a misplaced one. */
const onLog: Rollup.LogHandlerWithDefault = (level, log, report) => {
  if (log.code !== "INVALID_ANNOTATION" || !log.id?.includes("node_modules/zod/")) report(level, log);
};

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

/** recharts looks d3's scales up by name, which keeps all of them: these are the ones that our axes, and its own defaults, name. */
const onlyScalesInUse = (): Plugin => ({
  name: "only-scales-in-use",
  transform: (_, id) =>
    id.endsWith("victory-vendor/es/d3-scale.js")
      ? 'export { scaleBand, scaleLinear, scaleLog, scalePoint } from "d3-scale";'
      : null,
});

const licences = shipLicences();

/** The page: static files with relative addresses, so that `dist` works from any folder of any web server. */
export default defineConfig({
  base: "./",
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [react(), onlyScalesInUse(), ...licences.page],
  // Packages that Vite only finds while the page runs make it load the page again, and a run is gone.
  optimizeDeps: { entries: ["index.html", "src/gallery/index.html", "src/worker/**/*.worker.ts"] },
  worker: { format: "es", plugins: () => [onlyKernelsInUse(), licences.worker()], rollupOptions: { onLog } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      onLog,
      input: ["index.html", "src/host/apoEmbed.ts"],
      output: {
        // What other pages load by its name; it imports nothing, so that it is one file.
        entryFileNames: ({ name }) => (name === "apoEmbed" ? "apo-embed.js" : "assets/[name]-[hash].js"),
        manualChunks: (id) => {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return "react";
          // Everything that only the charts need, so that a change of ours leaves it in the browser's cache.
          if (/node_modules\/(recharts|victory-vendor|d3-(?!random)[a-z]+|@reduxjs|react-redux|immer)\//.test(id))
            return "charts";
          // Schemas of files and messages: the page needs none before it opens one.
          if (/node_modules\/zod\//.test(id)) return "zod";
          return undefined;
        },
      },
    },
  },
});
