import { ConfigError, quote } from "./notes";

/**
 * The value in a JSON file of any Unicode encoding: UTF-8 or UTF-16, with or without its mark. Throws `ConfigError` with the
 * reason where it is none.
 */
export function jsonIn(bytes: Uint8Array, file: string): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError([
      {
        title: `The file ${file} cannot be read as JSON`,
        detail: `Reason: ${error instanceof Error ? error.message : String(error)}. It begins with ${quote(text.slice(0, 40))}.`,
        remedy: "Choose a file that was saved here, or an experiment in JSON.",
      },
    ]);
  }
}

/** The first letter of a JSON text is below 256: where its other byte is zero, the text is UTF-16 in that order. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}
