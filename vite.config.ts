import { readFileSync } from "node:fs";
import { defineConfig, type Rollup } from "vite";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

/** Zod explains in its comments, for people, an annotation that Rollup then takes for a misplaced one. */
const onLog: Rollup.LogHandlerWithDefault = (level, log, report) => {
  if (log.code !== "INVALID_ANNOTATION" || !log.id?.includes("node_modules/zod/")) report(level, log);
};

/** The page: static files with relative addresses, so that `dist` works from any folder of any web server. */
export default defineConfig({
  base: "./",
  define: { __APP_VERSION__: JSON.stringify(version) },
  esbuild: { jsx: "automatic" },
  worker: { format: "es", rollupOptions: { onLog } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      onLog,
      output: {
        manualChunks: (id) => {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return "react";
          // Everything that only the charts need, so that a change of ours leaves it in the browser's cache.
          if (/node_modules\/(recharts|victory-vendor|d3-(?!random)[a-z]+|@reduxjs|react-redux|immer)\//.test(id))
            return "charts";
          return undefined;
        },
      },
    },
  },
});
