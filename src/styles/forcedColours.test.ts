import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SHEETS = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css") && !path.startsWith("gallery/"))
  .map((path) => join("src", path));

interface Rule {
  path: string;
  selector: string;
  body: string;
}

function rulesOf(path: string): Rule[] {
  const text = readFileSync(path, "utf8").replace(/\/\*.*?\*\//gs, "");
  return [...text.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, head = "", body = ""]) =>
    head
      .trim()
      .split(/,\s*(?![^(]*\))/)
      .map((selector) => ({ path, selector, body })),
  );
}

/** Drawn by what forced colours take away: a shadow, a gradient, a background that is not the page's own. */
const DRAWN =
  /linear-gradient|box-shadow:(?!\s*(?:none|var\(--shadow-float\)))|background:\s*(?:var\(--(?!surface)|currentColor)/;
const KEEPS = "forced-color-adjust: none";
/** Presses and hovers only deepen what is there. */
const PASSING = /:(?:hover|active)$/;
/** What a rule is about: the last part of its selector, without its states. */
const namesOf = (selector: string) =>
  (selector.split(/[\s>+~]+(?![^(]*\))/).at(-1) ?? "")
    .replace(/\[.*?\]|(?<!:):(?!:)[\w-]+(\(.*\))?/g, "")
    .split(/(?=[.])|(?=::)/)
    .filter(Boolean);

test("what is drawn by a background, a gradient or a shadow keeps it in forced colours", () => {
  const rules = SHEETS.flatMap(rulesOf);
  const drawn = rules.filter(({ selector, body }) => DRAWN.test(body) && !PASSING.test(selector));
  expect(drawn.length).toBeGreaterThan(20);
  const isKept = ({ path, selector, body }: Rule) =>
    body.includes(KEEPS) ||
    rules.some(
      (other) =>
        other.path === path &&
        other.body.includes(KEEPS) &&
        namesOf(other.selector).every((name) => namesOf(selector).includes(name)),
    );
  expect(drawn.filter((rule) => !isKept(rule)).map(({ path, selector }) => `${path} ${selector}`)).toEqual([]);
});
