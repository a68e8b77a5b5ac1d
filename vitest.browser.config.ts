import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium, SWIFTSHADER_ARGS } from "./scripts/chromium.mjs";
import viteConfig from "./vite.config";

/** Tests that need a browser but no page: kernels and gradients on WebGPU, with a software adapter, and what recharts draws. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    optimizeDeps: {
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
        // and what draws the charts
        "react",
        "react-dom",
        "react-dom/client",
        "recharts",
      ],
    },
    test: {
      include: ["src/**/*.browser.test.ts"],
      // The slowest kernel takes half a minute where the software adapter has a tenth of the machine.
      testTimeout: 180_000,
      hookTimeout: 60_000,
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
