import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** The names that a module declares and exports: constants, functions, classes and types. */
function exportedNames(source: string, tsx = false): string[] {
  const names = parseSync(source, { syntax: "typescript", tsx, target: "es2022" }).body.flatMap((item) => {
    if (item.type === "ExportNamedDeclaration" && !item.source) {
      return item.specifiers.flatMap((each) =>
        each.type === "ExportSpecifier" ? [(each.exported ?? each.orig).value] : [],
      );
    }
    if (item.type !== "ExportDeclaration") return [];
    const { declaration } = item;
    if (declaration.type === "VariableDeclaration") {
      return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.value] : []));
    }
    if ("identifier" in declaration) return [declaration.identifier.value];
    return declaration.id.type === "Identifier" ? [declaration.id.value] : [];
  });
  return [...new Set(names)];
}

/** Names that more than one of the files exports, each with its files. */
function namesOfTwoFiles(files: readonly (readonly [path: string, source: string])[]): string[] {
  const homes = new Map<string, string[]>();
  for (const [path, source] of files) {
    for (const name of exportedNames(source, path.endsWith(".tsx")))
      homes.set(name, [...(homes.get(name) ?? []), path]);
  }
  return [...homes].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(", ")}`);
}

/** Files of src below it. Helpers of tests are left out: a reference there bears the name of what it is the reference of; so does what the development server makes elements by. */
const sourcePaths = () =>
  readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.tsx?$/.test(path) && !/(^|[\\/])testing[\\/]|\.test\.tsx?$|\.d\.ts$|jsxDevRuntime/.test(path),
  );

describe("no second meaning of an exported name", () => {
  it("no two files of src export the same name", () => {
    const paths = sourcePaths();
    expect(paths.length).toBeGreaterThan(400);
    const found = namesOfTwoFiles(paths.map((path) => [path, readFileSync(join(SRC, path), "utf8")]));
    expect(found).toEqual([]);
  });

  it("every selector lies in the store, in a file named by it", () => {
    const selectors = sourcePaths().flatMap((path) =>
      exportedNames(readFileSync(join(SRC, path), "utf8"), path.endsWith(".tsx"))
        .filter((name) => /^select[A-Z]/.test(name))
        .map((name) => ({ name, path })),
    );
    expect(selectors.length).toBeGreaterThan(30);
    expect(selectors.filter(({ path }) => !/^store[\\/].*Selectors\.ts$/.test(path))).toEqual([]);
  });

  it("counts every kind of export, and no text that only looks like one", () => {
    const source = [
      "export const one = 1, two = 2;",
      "export async function three(): Promise<void>;",
      "export async function three(n?: number) { return n; }",
      "export abstract class Four {}",
      "export type Five = 5;",
      "export interface Six {}",
      "const seven = 7;",
      "export { seven as eight };",
      'export { other } from "./other";',
      "const text = `\nexport interface Nine {}\n`;",
      "// export const ten = 10;",
    ].join("\n");
    expect(exportedNames(source)).toEqual(["one", "two", "three", "Four", "Five", "Six", "eight"]);
  });

  it("names the files of a name that stands twice, a component and a type among them", () => {
    const files = [
      ["Page.tsx", "export const Page = () => <p>text</p>;"],
      ["page.ts", "export interface Page {}\nexport const own = 1;"],
    ] as const;
    expect(namesOfTwoFiles(files)).toEqual(["Page: Page.tsx, page.ts"]);
  });
});
