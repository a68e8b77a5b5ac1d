import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { smallArchive } from "../../../core/training/golden/smallArchive";
import { launchProfile } from "../browser/launch";
import { atMost, type BenchSection, summarise } from "../report/report";
import { play, stepsTaken } from "./browserPage";

const SECTION = "Page, an archive of 50,000 images";
const FILE = "cifar-100-binary.tar.gz";
const RACE = "test=1&keep=0&task=cifar100&opt=sgdm,adam,kfac,apo-lr,apo-p&backend=wasm";
const LOOK_INTERVAL_MS = 50;

/**
 * The most memory of the page's process, by the system's own account, which only Linux gives: an archive of all images in the official
 * format is read, found again after a reload, and five methods race on it.
 */
export async function benchPageArchive(address: string, steps: number): Promise<Omit<BenchSection, "ratios">> {
  if (process.platform !== "linux") return { rows: [], goals: [] };
  const folder = mkdtempSync(join(tmpdir(), "apo-archive-"));
  const context = await launchProfile(join(folder, "profile"));
  try {
    const file = join(folder, FILE);
    writeFileSync(file, await smallArchive("cifar100", { train: 500, test: 100 }));
    const [page = await context.newPage()] = context.pages();
    await page.goto(`${address}?${RACE}&steps=${steps}`);
    const watch = await watchMemory(context);
    const region = page.getByRole("region", { name: /from the official archive$/ });
    await region.getByLabel(`Choose ${FILE}`).setInputFiles(file);
    await play(page);
    await stepsTaken(page, 1);
    await page.reload();
    await play(page);
    await stepsTaken(page, steps);
    const most = watch.end();
    const row = (name: string, value: number) => ({ section: SECTION, case: name, ...summarise([value]), unit: "MB" });
    return {
      rows: [
        row(`read, found again, ${steps} steps of five: the page's own memory at most`, most.own),
        row("with what it shares with other processes, as the browser's program", most.resident),
      ],
      goals: [atMost("Page: its own memory at most, five methods on 50,000 images, MB", 400, most.own)],
    };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Looks again and again at how much memory the process has that shows the context's only page. */
async function watchMemory(context: BrowserContext) {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  await session?.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const most = { own: Number.NaN, resident: Number.NaN };
  const look = () => {
    for (const page of pages) {
      const { own, resident } = memoryOf(page);
      if (!(most.own >= own)) most.own = own;
      if (!(most.resident >= resident)) most.resident = resident;
    }
  };
  const timer = setInterval(look, LOOK_INTERVAL_MS);
  return {
    end() {
      look();
      clearInterval(timer);
      return most;
    },
  };
}

/** Megabytes in memory: of this process alone, and all; none of one that has ended. Linux counts in units of 1,024 bytes. */
function memoryOf(id: number): { own: number; resident: number } {
  const file = `/proc/${id}/status`;
  const status = existsSync(file) ? readFileSync(file, "utf8") : "";
  const megabytes = (name: string) =>
    (1.024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1])) / 1000;
  return { own: megabytes("RssAnon"), resident: megabytes("VmRSS") };
}
