import type { ReadFile } from "../../core/data/readFile";

/**
 * Reads files of `public/data` by fetch, relative to the folder of the page. Throws an error with the address and what the
 * server answered.
 */
export function createReadFile(pageFolder: URL): ReadFile {
  return async (path) => {
    const address = new URL(`data/${path}`, pageFolder);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
    // A server that answers every address with the page hides a missing file.
    if (response.headers.get("content-type")?.startsWith("text/html"))
      throw new Error(`${address.pathname}: the server answered with a page instead of the file`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
