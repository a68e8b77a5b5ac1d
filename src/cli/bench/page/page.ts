import { atMost, type BenchSection, percentile, summarise } from "../report/report";
import { type BuiltPage, openBuiltPage, play, stepsTaken } from "./browserPage";
import { benchPageArchive } from "./pageArchive";
import { dragDelays, pictureDelays } from "./pageDrag";
import { exportDelays, importDelays } from "./pageFiles";
import { watchFrames } from "./pageFrames";
import { benchPageLoad } from "./pageLoad";
import { benchPageNetworks } from "./pageNetworks";
import { pauseDelays } from "./pagePause";
import { scrubDelays } from "./pageScrub";

const SECTION = "Page, training";
/** Steps of the long run. */
const LONG = 20_000;

const row = (name: string, values: readonly number[], unit = "ms") => ({
  section: SECTION,
  case: name,
  ...summarise(values),
  unit,
});

/** The built page in a headless Chromium without a GPU: loading, long tasks, frames, slider to screen, Pause to standstill. */
export async function benchPage(isQuick: boolean, report: (line: string) => void): Promise<BenchSection> {
  const built = await openBuiltPage();
  try {
    const load = await benchPageLoad(built, isQuick ? 3 : 7);
    report("Page: loaded");
    const stretch = isQuick ? 5000 : 20_000;
    const sine = await built.open("test=1&snapshots=clock&clock=wall&task=sine&steps=100000");
    await play(sine);
    await stepsTaken(sine, 50);
    const full = await watchFrames(sine, () => sine.waitForTimeout(stretch));
    await sine.close();

    const images = await built.open("test=1&snapshots=clock&clock=wall&task=cifar10&images=2000&batch=64");
    await play(images);
    await stepsTaken(images, 2);
    const cifar = await watchFrames(images, () => images.waitForTimeout(stretch));
    const { stood: pauses } = await pauseDelays(images, isQuick ? 3 : 5);
    await images.close();
    report("Page: watched");
    const networks = await benchPageNetworks(built, isQuick, report);

    const dragged = await built.open("test=1&snapshots=clock&clock=wall&task=sine&k=1&steps=100000");
    await play(dragged);
    await stepsTaken(dragged, 50);
    const latencies = await dragDelays(dragged, isQuick ? 20 : 200);
    const pictures = await pictureDelays(dragged, isQuick ? 20 : 200);
    await dragged.close();

    const long = await benchLongRun(built, isQuick);
    report("Page: scrubbed, saved, opened");
    const archive = await benchPageArchive(built.address, isQuick ? 40 : 400);
    report("Page: archive read and trained on");
    return {
      rows: [
        ...load.rows,
        row("sine, race of five: main-thread tasks over 50 ms (0: none)", full.tasks),
        row("sine, race of five: frames", [full.perSecond], "per second"),
        row("cifar10, race of five: main-thread tasks over 50 ms (0: none)", cifar.tasks),
        row("cifar10, race of five: frames", [cifar.perSecond], "per second"),
        row("cifar10, race of five: Pause to standing counters", pauses),
        row("sine, race of five, K = 1: λ_FSD drag to first changed point", latencies),
        row("sine, race of five, K = 1: λ_FSD moved to the proximal picture", pictures),
        ...long.rows,
        ...networks.rows,
        ...archive.rows,
      ],
      ratios: load.ratios,
      goals: [
        ...load.goals,
        atMost("Page: longest main-thread task while sine trains, ms (0: none above 50)", 50, Math.max(...full.tasks)),
        atMost("Page: λ drag to first changed point on screen, sine, K = 1, p95, ms", 200, percentile(latencies, 0.95)),
        atMost(
          "Page: λ moved to the proximal picture on screen, sine trains, p95, ms",
          100,
          percentile(pictures, 0.95),
        ),
        atMost("Page: longest main-thread task while cifar10 trains, ms", 100, Math.max(...cifar.tasks)),
        atMost("Page: Pause to standing counters, cifar10, longest, ms", 300, Math.max(...pauses)),
        ...networks.goals,
        ...long.goals,
        ...archive.goals,
      ],
    };
  } finally {
    await built.close();
  }
}

/** A race of three over 20,000 steps: what a move of the scrubber, a saved file and an opened one take. */
async function benchLongRun(built: BuiltPage, isQuick: boolean): Promise<Omit<BenchSection, "ratios">> {
  const page = await built.open(`test=1&snapshots=clock&clock=wall&task=linear&opt=apo-lr,sgdm,adam&steps=${LONG}`);
  await play(page);
  await stepsTaken(page, LONG);
  await page.waitForTimeout(2000); // the last evaluation and spectra arrive
  const scrubs = await scrubDelays(page, isQuick ? 20 : 100);
  const files = await exportDelays(page, isQuick ? 2 : 5);
  const opened = {
    json: await importDelays(page, "json", LONG - 1, isQuick ? 2 : 5),
    packed: await importDelays(page, "packed", LONG - 1, isQuick ? 2 : 5),
  };
  await page.close();
  const name = "linear, 20,000 steps of three runs";
  return {
    rows: [
      row(`${name}: a move of the scrubber to its step in the chart`, scrubs),
      row(`${name}: saved as JSON`, files.json),
      row(`${name}: saved as JSON.gz`, files.packed),
      row(`${name}: all columns saved as CSV`, files.csv),
      row(`${name}: the loss chart saved as SVG`, files.svg),
      row(`${name}: the loss chart saved as PNG, 2×`, files.png),
      row(`${name}: dropped as JSON to its last step in the chart`, opened.json),
      row(`${name}: dropped as JSON.gz to its last step in the chart`, opened.packed),
    ],
    goals: [
      atMost("Page: scrubber to its step on screen, 20,000 steps, p95, ms", 50, percentile(scrubs, 0.95)),
      atMost("Page: a file of 20,000 steps saved, longest, ms", 2000, Math.max(...Object.values(files).flat())),
      atMost(
        "Page: a file of 20,000 steps dropped and drawn, longest, ms",
        2000,
        Math.max(...Object.values(opened).flat()),
      ),
    ],
  };
}
