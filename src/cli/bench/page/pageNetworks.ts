import { atMost, type BenchSection, summarise } from "../report/report";
import { type BuiltPage, isReady, play, stepsTaken } from "./browserPage";
import { watchFrames } from "./pageFrames";
import { pauseDelays } from "./pagePause";

const SECTION = "Page, the poster's networks";
/** Lockstep steps that are watched. */
const STEPS = 20;

/** Each default network with the batch and the methods that its race starts with. */
const RACES = [
  ["AlexNet ×1/4", "task=cifar10&network=alexnet"],
  ["VGG16 ×1/8", "task=cifar10&network=vgg16"],
  ["ResNet-18 ×1/8", "task=cifar10&network=resnet18"],
  ["WRN-28-0.5", "task=cifar10&network=wrn28"],
  ["Transformer d 64", "task=translation"],
] as const;

/**
 * The built page on WASM: the main thread while each network takes its first steps, how soon Pause is shown, and how soon the
 * counters stand.
 */
export async function benchPageNetworks(
  built: BuiltPage,
  isQuick: boolean,
  report: (line: string) => void,
): Promise<Omit<BenchSection, "ratios">> {
  const sections: Omit<BenchSection, "ratios">[] = [];
  for (const [name, link] of RACES) {
    sections.push(await benchRace(built, name, link, isQuick ? 3 : 5));
    report(`Page: ${name} watched`);
  }
  return { rows: sections.flatMap(({ rows }) => rows), goals: sections.flatMap(({ goals }) => goals) };
}

async function benchRace(
  built: BuiltPage,
  name: string,
  link: string,
  pauses: number,
): Promise<Omit<BenchSection, "ratios">> {
  const page = await built.open(`test=1&snapshots=clock&clock=wall&backend=wasm&${link}`);
  await isReady(page);
  const { tasks } = await watchFrames(page, async () => {
    await play(page);
    await stepsTaken(page, STEPS);
  });
  const { shown, stood } = await pauseDelays(page, pauses);
  await page.close();
  const row = (what: string, values: readonly number[]) => ({
    section: SECTION,
    case: `${name}: ${what}`,
    ...summarise(values),
    unit: "ms",
  });
  return {
    rows: [
      row(`${STEPS} steps of its race: main-thread tasks over 50 ms (0: none)`, tasks),
      row("click on Pause to the button's answer", shown),
      row("click on Pause to standing counters", stood),
    ],
    goals: [
      atMost(`Page: longest main-thread task in ${STEPS} steps of ${name}, ms`, 100, Math.max(...tasks)),
      atMost(`Page: Pause shown, ${name}, longest, ms`, 300, Math.max(...shown)),
      atMost(`Page: Pause to standing counters, ${name}, longest, ms`, 1000, Math.max(...stood)),
    ],
  };
}
