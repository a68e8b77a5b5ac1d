// @ts-check
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, runMain } from "./fail.mjs";
import { installWithApt, isProgram, onPath, starts, succeeds } from "./programs.mjs";
import { ROOT } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where an installed Chrome lies that is not on the PATH. */
const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Playwright's own list, which the last flag of this name takes the place of. */
const PLAYWRIGHT_DISABLES = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** The address bar's own pages: in every window they load 400 scripts and hold a core for seconds, beside the page under test. */
const ADDRESS_BAR = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/** Flags for every Chromium that tests start: quiet, offline but for what the page asks, and able to run as root. */
export const CHROMIUM_ARGS = [
  `--disable-features=${[...PLAYWRIGHT_DISABLES, ...ADDRESS_BAR].join(",")}`,
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Flags that add WebGPU on SwiftShader, a software adapter: the WebGPU path without a GPU. */
export const SWIFTSHADER_ARGS = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

function findInstalled() {
  const paths = [...NAMES.map(onPath), ...APPLICATIONS];
  return paths.find((path) => path !== undefined && starts(path));
}

function findDownloaded() {
  try {
    /** @type {typeof import("playwright-core")} */
    const { chromium } = createRequire(import.meta.url)("playwright-core");
    return [chromium.executablePath()].find(starts);
  } catch {
    return undefined; // Playwright is not installed yet, so it has downloaded nothing.
  }
}

/**
 * Returns the path of a Chromium on this machine: the environment variable CHROMIUM_PATH, an installed Chromium or Chrome,
 * then Playwright's own. Installs nothing. Throws a `Failure` when CHROMIUM_PATH names no program.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (!chosen) return findInstalled() ?? findDownloaded();
  if (isProgram(chosen)) return chosen;
  throw new Failure(
    `CHROMIUM_PATH is "${chosen}", where there is no program. Correct it, or unset it to let one be found.`,
  );
}

/** Downloads Playwright's own Chromium, the full browser: the headless shell has no WebGPU. */
function downloadWithPlaywright() {
  succeeds(process.execPath, [join(ROOT, "node_modules/playwright/cli.js"), "install", "--no-shell", "chromium"]);
}

/**
 * Returns the path of a Chromium and installs one if there is none. Needs the dependencies to be installed. Throws a
 * `Failure` that says what to do when nothing worked.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium or Chrome found: installing one for the browser tests ...");
  installWithApt(["chromium"]);
  const installed = findInstalled();
  if (installed) return installed;
  downloadWithPlaywright();
  const downloaded = findDownloaded();
  if (downloaded) return downloaded;
  throw new Failure(
    "The browser tests need a Chromium, and none could be found or installed. Install Chromium or Chrome " +
      "(Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to the browser's program.",
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => console.log(ensureChromium()));
}
