import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { findChromium } from "../../../../scripts/chromium.mjs";

const PACKAGES = ["@tensorflow/tfjs", "@jax-js/jax", "convnetjs", "brain.js"];

const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8"));

/** Processor, cores and the load beside us, Node and the peers' versions: a figure is never read without its machine. */
export function describeMachine(): string {
  const [first] = cpus();
  const versions = PACKAGES.map((name) => `${name} ${readJson(`node_modules/${name}/package.json`).version}`);
  const chromium = findChromium();
  const browser = chromium
    ? spawnSync(chromium, ["--version"], { encoding: "utf8", timeout: 30_000 }).stdout.trim()
    : "";
  const load = loadavg()[0]?.toFixed(1);
  return [
    `${first?.model ?? "unknown processor"}, ${cpus().length} cores, load ${load} at the start`,
    `Node ${process.versions.node}, APO Lab ${readJson("package.json").version}`,
    browser || "no Chromium",
    ...versions,
  ].join(", ");
}

/** Where the repository is. */
export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
