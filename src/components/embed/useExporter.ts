import { useEffect } from "react";
import { setExporter } from "../../store/embed/exporter";
import type { EmbedChart } from "../../store/experiment/embedChoice";

const files = () => import("../take/figureFiles");

/** Makes files of the charts that are drawn, for the host. */
export function useExporter(charts: readonly EmbedChart[]): void {
  useEffect(() => {
    const chosen = (text: string | undefined): EmbedChart => {
      const chart = text === undefined ? charts[0] : charts.find((one) => one === text);
      if (chart) return chart;
      throw new Error(`There is no chart ${JSON.stringify(text)} here. Allowed: ${charts.join(", ")}.`);
    };
    const figureOf = (chart: EmbedChart): HTMLElement => {
      const figure = document.querySelector<HTMLElement>(`[data-chart="${chart}"] [data-chart="${chart}"]`);
      if (figure) return figure;
      throw new Error(`${chart} is not drawn now: it is behind another tab of the narrow figure, or on its way.`);
    };
    setExporter({
      async toSVG(text) {
        const chart = chosen(text);
        return (await files()).toSvg(figureOf(chart), chart).text;
      },
      async toPNG(text, scale = 2) {
        const chart = chosen(text);
        return (await files()).toPng(figureOf(chart), chart, scale);
      },
      async toCSV(text) {
        const numbers = await (await files()).toCsv(chosen(text));
        if (numbers === null) throw new Error("There are no numbers yet: no step was taken. Call play or step first.");
        return numbers;
      },
    });
    return () => setExporter(null);
  }, [charts]);
}
