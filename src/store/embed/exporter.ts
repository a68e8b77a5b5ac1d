/** What makes files of the figures: it needs the page that they are drawn on. `chart` is one of the link's; the first without it. */
export interface Exporter {
  toSVG(chart?: string): Promise<string>;
  toPNG(chart?: string, scale?: number): Promise<Blob>;
  toCSV(chart?: string): Promise<string>;
}

let exporter: Exporter | null = null;

export function setExporter(next: Exporter | null): void {
  exporter = next;
}

/** Throws where nothing is drawn yet. */
export function exporterOf(): Exporter {
  if (!exporter) throw new Error("The figure is not drawn yet: wait for its event ready.");
  return exporter;
}
