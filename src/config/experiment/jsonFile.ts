import { ConfigError, quote } from "./notes";
import { unicodeOf } from "./unicode";

/**
 * The value in a JSON file of any Unicode encoding: UTF-8 or UTF-16, with or without its mark. Throws `ConfigError` with the
 * reason where it is none.
 */
export function jsonIn(bytes: Uint8Array, file: string): unknown {
  const text = new TextDecoder(unicodeOf(bytes)).decode(bytes);
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
