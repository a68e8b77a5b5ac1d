import { defineConfig, mergeConfig } from "vitest/config";
import viteConfig, { TFJS_IN_ONE_CHUNK } from "./vite.config.ts";

/** Unit tests in Node. Kernel tests that need a browser have their own set-up in vitest.browser.config.ts. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    // Vitest ignores the module field by default and would load tfjs-core twice: as CommonJS for the code, and as modules for
    // register_all_gradients. Two Tensor classes, and casts that fail, depending on which came first. And the app runs on the
    // modules, which have no chained ops (`x.add(y)`); so must its tests.
    environments: { ssr: { resolve: { mainFields: ["module"] } } },
    test: {
      environment: "node",
      include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
      exclude: ["src/**/*.browser.test.{ts,tsx}"],
      // Bundled once: one copy of tfjs-core for its backends and for register_all_gradients (whose paths plain Node cannot
      // resolve), loaded in 0.2 s instead of 9 s of a thousand modules.
      deps: {
        optimizer: {
          ssr: {
            enabled: true,
            // The wasm loader is a script for CommonJS and asks for __dirname.
            rolldownOptions: {
              output: TFJS_IN_ONE_CHUNK,
              transform: { define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" } },
            },
            include: [
              "@tensorflow/tfjs-core",
              "@tensorflow/tfjs-core/dist/register_all_gradients",
              "@tensorflow/tfjs-backend-cpu",
              "@tensorflow/tfjs-backend-wasm",
            ],
          },
        },
      },
      // One process for all files, which loads tfjs and our modules once and not for each. So a file leaves behind what it found (the
      // kernels that tfjs has, its active backend aside), and counts tensors from where it starts, not from 0.
      pool: "threads",
      isolate: false,
      // The slowest test takes half a minute on a machine that is busy with two others, and three times that is no fault.
      testTimeout: 180_000,
      hookTimeout: 60_000,
      // What is waited for comes at once on an idle machine; by default a busy one has one second.
      expect: { poll: { timeout: 30_000 } },
    },
  }),
);
