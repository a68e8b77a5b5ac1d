import { type ParseArgsConfig, parseArgs } from "node:util";
import { ConfigError } from "../config/experiment/notes";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of a command line. Throws `ConfigError` for one that is unknown or lacks its value, and for words that are none. */
export const readOptions = <const T extends Options>(argv: readonly string[], options: T) =>
  parse(argv, options, false).values;

/** The options of a command line, and the words between them, in their order. Throws `ConfigError` as `readOptions` does. */
export function readWordsAndOptions<const T extends Options>(argv: readonly string[], options: T) {
  const { values, positionals: words } = parse(argv, options, true);
  return { words, values };
}

function parse<const T extends Options>(argv: readonly string[], options: T, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals });
  } catch (error) {
    throw new ConfigError([
      {
        title: error instanceof Error ? error.message.replace(/\.$/, "") : String(error),
        detail: `Allowed: ${Object.keys(options)
          .map((name) => `--${name}`)
          .join(", ")}.`,
        remedy: "Check the name, and write a value that begins with a dash as --NAME=VALUE.",
      },
    ]);
  }
}

/** Those of a list of names that a command knows, in the order given; every one where no list is given. Throws `ConfigError`. */
export function readNames<Name extends string>(
  thing: string,
  given: readonly string[],
  known: readonly Name[],
): Name[] {
  const unknown = given.filter((name) => !known.some((one) => one === name));
  if (unknown.length === 0) return known.filter((one) => given.includes(one));
  throw new ConfigError(
    unknown.map((name) => ({
      title: `There is no ${thing} "${name}"`,
      detail: `Allowed: ${known.join(", ")}.`,
      remedy: "Check the name.",
    })),
  );
}
