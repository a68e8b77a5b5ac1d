import type { ChartId } from "../../config/tables/views";
import { experimentStore } from "../../store/experiment/experimentStore";
import { chartCsv } from "../../store/take/chartTable";
import { figureFacts, fileStem } from "../../store/take/figureFacts";
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

/** The numbers behind a figure, raw and all of them; null where there are none yet. */
export function toCsv(chart: ChartId): string | null {
  return chartCsv(experimentStore.getState(), chart);
}

/** "apo-sine-seed7-loss-step120", with the ending. */
export function figureFileName(chart: ChartId, ending: string): string {
  return `${fileStem(experimentStore.getState(), chart)}.${ending}`;
}

const address = () => location.origin + location.pathname;
