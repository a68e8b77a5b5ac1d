import type { Frame, Locator } from "@playwright/test";
import { GERMAN } from "../src/config/german/index";
import { translatorOf } from "../src/config/language/translator";

/** A text of the page in German. */
export const inGerman = translatorOf(GERMAN).said;

/** Ways to find something by a text, which a test writes in English. */
const BY_TEXT = new Set(["getByRole", "getByText", "getByLabel", "filter"]);

const OPTIONS = ["name", "hasText"] as const;

function translated(argument: unknown, isText: boolean): unknown {
  if (typeof argument === "string") return isText ? inGerman(argument) : argument;
  if (typeof argument !== "object" || argument === null) return argument;
  const options = { ...argument } as Record<string, unknown>;
  for (const name of OPTIONS) {
    const text = options[name];
    if (typeof text === "string") options[name] = inGerman(text);
  }
  return argument instanceof RegExp ? argument : options;
}

/** A page, or a part of it, in which what is asked for in English is found in German; patterns are left as they are. */
export function germanPart<Part extends Frame | Locator>(part: Part): Part {
  return new Proxy(part, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        const isByText = BY_TEXT.has(String(property));
        const isText = isByText && property !== "getByRole";
        const found: unknown = member.apply(target, isByText ? given.map((one) => translated(one, isText)) : given);
        const isPart = typeof found === "object" && found !== null && "_selector" in found;
        return isPart ? germanPart(found as unknown as Locator) : found;
      };
    },
  });
}
