import { playwright } from "@vitest/browser-playwright";
import { defineConfig, mergeConfig } from "vitest/config";
import { CHROMIUM_ARGS, findChromium, SWIFTSHADER_ARGS } from "./scripts/chromium.mjs";
import viteConfig from "./vite.config";

/** Tests that need a browser and not the whole page: kernels and gradients on WebGPU (a software adapter), the gallery's figures. */
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
        // what the gallery's parts import
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
      include: ["src/**/*.browser.test.{ts,tsx}"],
      testTimeout: 60_000,
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
