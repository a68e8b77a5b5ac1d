import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { argv } from "node:process";
import temml from "temml";
import { TEX } from "./tex.mjs";

/** Where the article finds its equations. */
export const WRITTEN = resolve(import.meta.dirname, "../../src/components/article/equations/mathml.ts");

/** Attributes that lay out; classes and styles of Temml's own sheet, which the page does not have, are left behind. */
const KEPT = [
  "form",
  "stretchy",
  "fence",
  "separator",
  "lspace",
  "rspace",
  "width",
  "displaystyle",
  "scriptlevel",
  "mathvariant",
];

/** The parts of MathML as lists: name, attributes, children; text as it is. */
function nodesIn(mathml) {
  const stack = [["", {}]];
  for (const [, close, name, attributes, text] of mathml.matchAll(/<(\/?)([a-z]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) stack.at(-1).push(text);
    else if (close) stack.at(-2).push(stack.pop());
    else stack.push([name, Object.fromEntries([...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].flatMap(kept))]);
  }
  return stack[0].slice(2);
}

const kept = ([, name, value]) => (KEPT.includes(name) ? [[name, value]] : []);

/** A prime beside its letter, in a font of text, where it is raised: as an index it is small wherever there is no font of mathematics. */
function withPrimes(node) {
  if (typeof node === "string") return node;
  const [name, attributes, ...children] = node;
  const [base, index] = children.map(withPrimes);
  if (name !== "msup" || index[2] !== "′") return [name, attributes, ...children.map(withPrimes)];
  return ["mrow", {}, base, ["mo", { lspace: "0em", rspace: "0em" }, "′"]];
}

/** What stands inside `<math>` for an equation in TeX. Throws where Temml cannot read it. */
export function mathOf(tex) {
  const [math] = nodesIn(temml.renderToString(tex, { displayMode: true, throwOnError: true, annotate: false }));
  return math.slice(2).map(withPrimes);
}

/** The module with all equations. */
export function equationsModule() {
  const lines = Object.entries(TEX).map(([id, tex]) => `  ${JSON.stringify(id)}: ${JSON.stringify(mathOf(tex))},`);
  return `/** A part of MathML: name, attributes, children. */
export type MathNode = string | readonly [name: string, attributes: Readonly<Record<string, string>>, ...children: MathNode[]];

export type EquationId =
${Object.keys(TEX)
  .map((id) => `  | ${JSON.stringify(id)}`)
  .join("\n")};

/** The article's equations by Temml, from scripts/equations/tex.mjs: \`npm run equations\`; not by hand. */
export const MATHML: Readonly<Record<EquationId, readonly MathNode[]>> = {
${lines.join("\n")}
};
`;
}

if (argv[1] === import.meta.filename) writeFileSync(WRITTEN, equationsModule());
