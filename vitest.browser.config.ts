import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium, SWIFTSHADER_ARGS } from "./scripts/chromium.mjs";
import viteConfig, { TFJS_IN_ONE_CHUNK } from "./vite.config.ts";

/** Tests that need a browser but no page: kernels on WebGPU with a software adapter, what recharts draws, the gallery's figures. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    optimizeDeps: {
      rolldownOptions: { output: TFJS_IN_ONE_CHUNK },
      include: [
        "@tensorflow/tfjs-core",
        "@tensorflow/tfjs-core/dist/register_all_gradients",
        "@tensorflow/tfjs-backend-cpu",
        "@tensorflow/tfjs-backend-wasm",
        "@tensorflow/tfjs-backend-webgpu",
        // what the numerics import beside tfjs: a package found only while a test runs makes Vite reload the page under it
        "d3-random",
        "fast-png",
        "ml-matrix",
        "pure-rand/distribution/uniformFloat64",
        "pure-rand/distribution/uniformInt",
        "pure-rand/generator/xoroshiro128plus",
        "zod/mini",
        // and what draws the charts and the gallery's parts
        "d3-contour",
        "react",
        "react/jsx-dev-runtime",
        "react-dom",
        "react-dom/client",
        "recharts",
        "zustand",
        "zustand/vanilla",
      ],
    },
    test: {
      projects: [
        // One page for all of them, and one device: a software adapter takes a sixth of a second to compile a program, and the tests ask
        // for the same ones. So a file leaves behind what it found: kernels of tfjs, the GPU's prototypes.
        { extends: true, test: { name: "kernels", include: ["src/core/**/*.browser.test.ts"], isolate: false } },
        {
          extends: true,
          test: { name: "drawings", include: ["src/**/*.browser.test.{ts,tsx}"], exclude: ["src/core/**"] },
        },
      ],
      // The slowest kernel takes half a minute where the software adapter has a tenth of the machine.
      testTimeout: 180_000,
      hookTimeout: 60_000,
      // What is waited for comes at once on an idle machine; by default a busy one has one second.
      expect: { poll: { timeout: 30_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_ARGS, ...SWIFTSHADER_ARGS] },
        }),
        instances: [{ browser: "chromium" }],
      },
    },
  }),
);
