import type { ReadFile } from "../../core/data/readFile";

/**
 * Reads files of `public/data` by fetch, relative to the folder of the page. Throws an error with the address and what the
 * server answered. `onPart` hears of each part that arrives: on a slow line a file takes minutes, and still comes.
 */
export function createReadFile(pageFolder: URL, onPart: () => void = () => {}): ReadFile {
  return async (path) => {
    const address = new URL(`data/${path}`, pageFolder);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
    // A server that answers every address with the page hides a missing file.
    if (response.headers.get("content-type")?.startsWith("text/html"))
      throw new Error(`${address.pathname}: the server answered with a page instead of the file`);
    return response.body ? readParts(response.body, onPart) : new Uint8Array(await response.arrayBuffer());
  };
}

async function readParts(body: ReadableStream<Uint8Array>, onPart: () => void): Promise<Uint8Array> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    onPart();
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of parts) {
    bytes.set(part, length);
    length += part.length;
  }
  return bytes;
}
