import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);

interface Named {
  name: string;
}

const [{ declarations }] = JSON.parse(read("public/custom-elements.json")).modules as [
  { declarations: { attributes: Named[]; members: Named[]; events: Named[] }[] },
];
const names = (list: readonly Named[] = []) => list.map(({ name }) => name);

test("the manifest of the element has its methods, and so have its types", () => {
  const methods = namesIn(read("src/host/apoEmbed.ts"), /^ {2}(\w+) = \(.*#call\(/gm);
  expect(methods).toContain("toPNG");
  expect(names(declarations[0]?.members)).toEqual(methods);
  expect(namesIn(read("public/apo-embed.d.ts"), /^ {2}(\w+)\(.*Promise/gm)).toEqual(methods);
});

test("the types have the manifest's attributes and events, each with what it tells", () => {
  const types = read("public/apo-embed.d.ts");
  const within = (name: string) => new RegExp(`interface ${name} \\{(.*?)\\n\\}`, "s").exec(types)?.[1] ?? "";
  expect(namesIn(within("ApoFigureAttributes"), /^ {2}(\w+)\?:/gm)).toEqual(names(declarations[0]?.attributes));
  const events = [...within("ApoFigureEventMap").matchAll(/^ {2}(\w+): (.*);$/gm)];
  expect(events.map(([, name, text]) => ({ name, type: { text } }))).toEqual(declarations[0]?.events);
});

test("the manifest has every parameter of an embed's link as an attribute", () => {
  const list = /EMBED_PARAMETERS = \[(.*?)\]/s.exec(read("src/store/link/viewParameters.ts"))?.[1] ?? "";
  const parameters = namesIn(list, /"(\w+)"/g);
  expect(parameters.length).toBeGreaterThan(10);
  expect(names(declarations[0]?.attributes)).toEqual(expect.arrayContaining([...parameters, "scale", "theme"]));
});
