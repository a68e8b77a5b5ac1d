import type { Page } from "@playwright/test";

/** What a page and its frames have fetched, in bytes of the wire, by the file's name without its hash. */
export interface Fetched {
  name: string;
  bytes: number;
}

/** Notes from now on what is fetched. */
export function watchWire(page: Page): Fetched[] {
  const fetched: Fetched[] = [];
  page.on("requestfinished", async (request) => {
    const sizes = await request.sizes().catch(() => null); // of a page that a test has closed meanwhile
    if (!sizes) return;
    const name = new URL(request.url()).pathname.split("/").at(-1) ?? "";
    fetched.push({ name: name.replace(/-[\w-]{8}(?=\.(js|css)$)/, ""), bytes: sizes.responseBodySize });
  });
  return fetched;
}

/** Of those the scripts and the recorded columns: their names in order, and their bytes together. */
export function scriptsAndColumns(fetched: readonly Fetched[]): { names: string[]; bytes: number } {
  const those = fetched.filter(({ name }) => /\.js(on)?$/.test(name));
  return { names: those.map(({ name }) => name).sort(), bytes: those.reduce((sum, { bytes }) => sum + bytes, 0) };
}
