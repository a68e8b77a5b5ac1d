// @ts-check

/**
 * A folder of `src` and what its files may import beside the folder itself. "zod" is the package, "zod/**" any path of it too,
 * "*" any name, "node:*" any module of Node. A folder inside another one has these permissions beside those of the other.
 * @typedef {object} Layer
 * @property {readonly string[]} [imports] folders of `src`, or single files of them; "../scripts" is the folder beside `src`
 * @property {readonly string[]} [packages]
 * @property {readonly string[]} [testPackages] its tests and `testing` folders only
 */

/** The layers. Anything that is not listed is refused. @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
  config: { packages: ["zod/**"] },
  core: {
    imports: ["config"],
    packages: [
      "@tensorflow/tfjs-core",
      "pure-rand/**",
      "d3-random",
      "fast-png",
      "ml-matrix",
      "modern-tar",
      "papaparse",
    ],
    testPackages: ["@tensorflow/tfjs-core/**", "@tensorflow/tfjs-backend-*/**"],
  },
  "core/kernels": { packages: ["@tensorflow/tfjs-core/**", "@tensorflow/tfjs-backend-*/**"] },
  protocol: { imports: ["config"], packages: ["zod/**"] },
  worker: {
    imports: ["core", "protocol", "config"],
    packages: ["@tensorflow/tfjs-core/**", "@tensorflow/tfjs-backend-*/**"],
  },
  store: { imports: ["protocol", "config"], packages: ["zustand/**", "idb"] },
  components: {
    imports: ["store", "config"],
    packages: ["react/**", "react-dom/**", "recharts/**", "d3-contour/**", "gifenc", "uqr"],
  },
  styles: { imports: ["config"] },
  host: {},
  offline: { imports: ["protocol"], packages: ["workbox-precaching", "workbox-routing"] },
  ".": { imports: ["components", "store", "config", "styles"], packages: ["react/**", "react-dom/**"] },
  gallery: {
    imports: ["components", "store", "protocol", "config", "core", "styles"],
    packages: ["react/**", "react-dom/**"],
  },
  "gallery/record": {
    imports: ["worker", "cli/nodeBackend.ts", "cli/readPublicFile.ts"],
    packages: ["@tensorflow/tfjs-core", "node:*"],
  },
  cli: {
    imports: ["core", "config", "../scripts", "store/words", "store/link/raceLink.ts", "store/controls/scale.ts"],
    packages: ["@tensorflow/**", "@playwright/test", "node:*"],
    testPackages: ["esbuild"],
  },
  "cli/maps": { imports: ["worker/sweep/sweep.ts"] },
  "cli/bench": {
    imports: [
      "worker/device/backend.ts",
      "worker/partner/divide.ts",
      "worker/partner/link.ts",
      "worker/partner/pairedRace.ts",
      "worker/partner/serve.ts",
    ],
    packages: ["vite", "tsx/**", "@jax-js/jax", "convnetjs", "brain.js/dist/browser.js"],
  },
};

/** What tests and `testing` folders of every layer may import beside its other files. */
export const TEST_PACKAGES = ["vitest/**", "node:*"];

/**
 * The rooms of each layer, low to high: a file may import its own room and those before it; tests may import any. A room is a
 * folder, a file, "." (files on the layer's own level) or "views/*" (each folder in `views`, none of which may import another); the
 * longest name that fits counts.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const ROOMS = {
  config: ["language", "tables", "formulas", "experiment", "recording", "claims", "lessons", "scenes", "german"],
  core: [
    ".",
    "kernels",
    "linalg",
    "text",
    "nn",
    "data",
    "tasks",
    "optimizers",
    "proximal",
    "apo",
    "methods.ts",
    "spectrum",
    "training",
    "estimate",
    "landscape",
  ],
  protocol: ["."],
  worker: [".", "scheduling", "device", "partner", "loading", "trainer", "analysis", "landscape", "sweep", "archive"],
  store: [
    "words",
    "experiment",
    "link",
    "files",
    "charts",
    "comparison",
    "controls",
    "picture",
    "bar",
    "fit",
    "article",
    "kept",
    "views/*",
    "spoken",
    "take",
    "recorded",
    "scenes",
    "actions",
    "embed",
    "hook",
    "lessons",
    "offline",
    "session",
  ],
  components: [
    "ui",
    "charts/geometry",
    "charts/figure",
    "charts/axes",
    "charts/curves",
    "charts/marks",
    "charts/labels",
    "charts/time",
    "charts/objective",
    "charts/spectrum",
    "states",
    "csv",
    "archive",
    "kept",
    "bar",
    "controls",
    "picture",
    "comparison",
    "fit",
    "scrubber",
    "article",
    "views/views.css",
    "views/ViewFigure.tsx",
    "views/*",
    "views",
    "take",
    "lessons",
    "figureMenu",
    "scenes",
    "page.css",
    "embed",
    "first",
    ".",
  ],
  host: ["."],
  offline: ["."],
  gallery: ["models", "galleryCase.ts", "playCase.ts", "translating.ts", "cases", "record", "."],
  cli: [
    ".",
    "trace",
    "recording",
    "maps",
    "presets",
    "lessons",
    "compare",
    "claims",
    "sweep",
    "results",
    "bench",
    "figure",
    "trace.ts",
    "compare.ts",
    "bench.ts",
    "claims.ts",
    "sweep.ts",
    "golden.ts",
    "lab.ts",
    "merge.ts",
    "figure.ts",
  ],
};

/** Where programs start: what no import reaches from here, or from a test for tests' helpers, is an orphan. Below `src`. */
export const ENTRIES = [
  "main.tsx",
  "lab.tsx",
  "**/*.worker.ts",
  "host/apoEmbed.ts",
  "offline/serviceWorker.ts",
  "gallery/main.tsx",
  "cli/trace.ts",
  "cli/compare.ts",
  "cli/lab.ts",
  "cli/merge.ts",
  "cli/bench.ts",
  "cli/sweep.ts",
  "cli/figure.ts",
  "cli/golden.ts",
  "config/claims/*.ts",
  "config/lessons/claims/lessonClaims.ts",
  "cli/lessons/lessonScenes.ts",
  "cli/claims.ts",
  "cli/presets/*.ts",
  "cli/trace/landscapeGrid.ts",
  "cli/bench/browser/main.ts",
  "cli/bench/*.mjs",
  "**/*.d.ts",
  "**/*.css",
];
