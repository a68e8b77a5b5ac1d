import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSync } from "@swc/core";

const SRC = resolve(import.meta.dirname, "../src");

/** What else has sentences that the article prints. The claims are the poster's own words and numbers. */
const TABLES = [
  "config/tables/terms.ts",
  "config/tables/glossary/places.ts",
  "config/formulas/exercises.ts",
  "components/article/sections/derivation.ts",
];

/** Attributes that a reader never meets. */
const UNREAD =
  "className id type role href scope key translate aria-haspopup symbol word words place term popover optimizer name x1 x2 y1 y2 cx cy r".split(
    " ",
  );

/** Of TypeScript's own nodes those that hold a value. */
const VALUES = ["TsAsExpression", "TsConstAssertion", "TsSatisfiesExpression", "TsNonNullExpression"];

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

const TEXTS = ["JSXText", "StringLiteral", "TemplateElement"];

const isUnread = ({ type, name }: Node): boolean =>
  type === "ImportDeclaration" ||
  (type.startsWith("Ts") && !VALUES.includes(type)) ||
  (type === "JSXAttribute" && UNREAD.includes((name as Node).value as string));

/** The texts that a module writes: those of its elements, its strings, and what stands between the values of its templates. */
export function textsIn(source: string, isComponent: boolean): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || (isNode(value) && isUnread(value))) return;
    if (isNode(value) && TEXTS.includes(value.type)) found.push(String(value.cooked ?? value.value));
    for (const part of Object.values(value)) visit(part);
  };
  visit(parseSync(source, { syntax: "typescript", tsx: isComponent, target: "es2022" }).body);
  return found.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => /\p{L}{2}|\d/u.test(text));
}

/** All that a reader of the article and of its panel reads beside what is computed, with the file that each text is in. */
export function articleTexts(): { file: string; text: string }[] {
  const components = readdirSync(join(SRC, "components/article"), { recursive: true, encoding: "utf8" });
  const files = components.filter((path) => path.endsWith(".tsx")).map((path) => `components/article/${path}`);
  return [...files.toSorted(), ...TABLES].flatMap((file) =>
    textsIn(readFileSync(join(SRC, file), "utf8"), file.endsWith(".tsx")).map((text) => ({ file, text })),
  );
}
