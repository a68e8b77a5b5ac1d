import type { ChartId } from "../../config/tables/views";
import { experimentStore } from "../../store/experiment/experimentStore";
import { lookableSteps } from "../../store/experiment/shownStep";
import { withAllRows } from "../../store/kept/allRows";
import { chartCsv } from "../../store/take/chartTable";
import { figureFacts, fileStem } from "../../store/take/figureFacts";
import { gifFrames } from "../../store/take/gifFrames";
import { afterTurns } from "../charts/figure/useChartsInTurn";
import type { GifPicture } from "./figureGif";
import { figurePng } from "./figurePng";
import { type FigureSvg, figureSvg } from "./figureSvg";

/** A figure as it stands on the page, with the settings and the link of its run. */
export function toSvg(figure: HTMLElement, chart: ChartId): FigureSvg {
  return figureSvg(figure, figureFacts(experimentStore.getState(), chart, address()));
}

/** A figure as PNG, `scale` pixels for each of the page. */
export function toPng(figure: HTMLElement, chart: ChartId, scale: number): Promise<Blob> {
  return figurePng(toSvg(figure, chart), scale);
}

/**
 * A figure over the steps taken, as a GIF of 10 s that loops: the same run gives the same bytes. `look` moves the page to a step, null for
 * the latest; it stands where it stood afterwards. Null before the first step. Throws where the run moves meanwhile.
 */
export async function toGif(
  figure: HTMLElement,
  chart: ChartId,
  scale: number,
  look: (step: number | null) => void,
): Promise<Blob | null> {
  const start = experimentStore.getState();
  const last = lookableSteps(start);
  if (last === 0) return null;
  if (start.status === "running") throw new Error("Pause first: a GIF goes over the steps that are taken.");
  const { figureGif } = await import("./figureGif");
  const pictures: GifPicture[] = [];
  try {
    for (const { step, ms } of gifFrames(last)) {
      look(step);
      await isDrawn();
      const { experiment, status } = experimentStore.getState();
      if (experiment !== start.experiment || status === "running")
        throw new Error("The run went on meanwhile: pause it, and make the GIF again.");
      pictures.push({ ...toSvg(figure, chart), ms });
    }
  } finally {
    look(start.display.scrubStep);
  }
  return figureGif(pictures, scale);
}

/** Waits until the charts show the step looked at, and have measured what they drew. */
async function isDrawn(): Promise<void> {
  await afterTurns();
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await afterTurns();
}

/** The numbers behind a figure, raw and all of them; null where there are none yet. */
export async function toCsv(chart: ChartId): Promise<string | null> {
  return chartCsv(await withAllRows(experimentStore.getState()), chart);
}

/** "apo-sine-seed7-loss-step120", with the ending. */
export function figureFileName(chart: ChartId, ending: string): string {
  return `${fileStem(experimentStore.getState(), chart)}.${ending}`;
}

const address = () => location.origin + location.pathname;
