import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { SWIFTSHADER_ARGS } from "../../../../scripts/chromium.mjs";
import { listen, serveBuild } from "../../../../scripts/serve.mjs";
import type { BenchHost } from "../host";
import type { Answer, Question } from "../session";
import { launchChromium } from "./launch";

const PORT = 4177;

/** A headless Chromium with the benchmark's own page, built into a folder that goes when the host is closed. */
export async function createBrowserHost({ webgpu }: { webgpu: boolean }): Promise<BenchHost> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL("./", import.meta.url)),
    base: "./",
    worker: { format: "es" },
    build: { target: "es2022", outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
  const close = await listen(PORT, await serveBuild("/", folder));
  const browser = await launchChromium(webgpu ? SWIFTSHADER_ARGS : []);
  const page = await browser.newPage();
  await page.addInitScript("globalThis.__name = (f) => f");
  await page.goto(`http://localhost:${PORT}/`);
  await page.waitForFunction("window.bench !== undefined");
  return {
    name: "browser worker",
    ask: (library, question) =>
      page.evaluate(
        ([to, what]) =>
          (window as never as { bench: { ask(library: string, question: Question): Promise<Answer> } }).bench.ask(
            to,
            what,
          ),
        [library, question] as const,
      ),
    close: async () => {
      await browser.close();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
