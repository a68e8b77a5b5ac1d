import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => join("src", path))
  .sort();
const wordsOf = (text: string) => text.split(/[\s{}$?:"`]+/).filter(Boolean);

const LAYERS_SHEET = "src/styles/layers.css";
const LAYERS = /@layer ([\w, ]+);/.exec(read(LAYERS_SHEET))?.[1]?.split(", ") ?? [];

/** Which layer the sheets of a folder are in: the first that fits. */
const LAYER_OF: readonly (readonly [folder: RegExp, layer: string])[] = [
  [/^src\/styles\/tokens\.css$/, "tokens"],
  [/^src\/styles\/base\.css$/, "base"],
  [/^src\/(styles|components\/ui)\//, "ui"],
  [/^src\/components\/charts\//, "charts"],
  [/^src\/components\/views\//, "views"],
  [/^src\/components\/(page|embed\/\w+|first\/\w+)\.css$/, "page"],

  [/^src\/components\//, "parts"],
];

interface Sheet {
  path: string;
  /** Everything in it without comments. */
  text: string;
  /** Its selectors, one each. */
  selectors: readonly string[];
}

function readSheet(path: string): Sheet {
  const text = read(path).replace(/\/\*.*?\*\//gs, "");
  const heads = [...text.matchAll(/([^{};]+)\{/g)].map(([, head = ""]) => head.trim());
  const selectors = heads.filter((head) => !head.startsWith("@")).flatMap((head) => head.split(/,\s*(?![^(]*\))/));
  return { path, text, selectors };
}

/** Of the page: the gallery has one of its own, which never ships. */
const SHEETS = FILES.filter(
  (path) => path.endsWith(".css") && path !== LAYERS_SHEET && !path.startsWith("src/gallery/"),
).map(readSheet);
const CODE = new Map(
  FILES.filter((path) => /^src\/(components\/.*|\w+)\.tsx?$/.test(path) && !path.includes(".test.")).map((path) => [
    path,
    read(path),
  ]),
);

const classesOf = (selector: string) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = ""]) => name);

/** A view, or else a folder of `components`, is one room; the page around them has none. */
const roomOf = (path: string) => /^src\/components\/(views\/\w+|(?!first)\w+)\//.exec(path)?.[1] ?? "";
const isIn = (path: string, room: string) => `${roomOf(path)}/`.startsWith(`${room}/`) || roomOf(path) === "";

/** The sheet that says what a class is by itself: its selector has this class alone, and no parent. */
const homes = new Map<string, Set<string>>();
for (const { path, selectors } of SHEETS)
  for (const selector of selectors) {
    const alone = /^\.([\w-]+)(:{1,2}[\w-]+(\(.*\))?|\[.*\])*$/.exec(selector)?.[1];
    if (alone) homes.set(alone, (homes.get(alone) ?? new Set()).add(path));
  }

/** Words of a file's strings: a class is written in one. */
const stringWords = new Map(
  [...CODE].map(([path, code]) => {
    const strings = [...code.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([text]) => text);
    return [path, new Set(strings.flatMap(wordsOf))] as const;
  }),
);

/** All that a module imports without waiting, and what that imports: code and sheets. */
function importsOf(path: string, found = new Set<string>()): Set<string> {
  for (const [, from, alone] of CODE.get(path)?.matchAll(
    /^(?:import|\}).*? from "(\.[^"]+)";|^import "(\.[^"]+)";/gm,
  ) ?? []) {
    const target = join(dirname(path), from ?? alone ?? "");
    const file = [target, `${target}.ts`, `${target}.tsx`].find((name) => CODE.has(name) || name.endsWith(".css"));
    if (!file || found.has(file)) continue;
    found.add(file);
    importsOf(file, found);
  }
  return found;
}

const FIRST = importsOf("src/main.tsx");

test("each sheet is one block in the layer of its folder, and one statement orders the layers before any other sheet", () => {
  expect(LAYERS.length).toBeGreaterThan(1);
  expect(new Set(LAYER_OF.map(([, layer]) => layer))).toEqual(new Set(LAYERS));
  expect([...FIRST].find((path) => path.endsWith(".css"))).toBe(LAYERS_SHEET);
  for (const { path, text } of SHEETS) {
    const layer = LAYER_OF.find(([folder]) => folder.test(path))?.[1];
    let rest = text;
    while (/[{}]/.test(rest)) {
      const outer = rest.replace(/\{[^{}]*\}/g, "");
      if (outer === rest) break;
      rest = outer;
    }
    expect(rest.trim(), path).toBe(`@layer ${layer}`);
    expect(text, path).not.toMatch(/@import|!important/);
  }
});

interface Rule {
  path: string;
  selector: string;
  body: string;
}

const splitSelectors = (head: string) => head.trim().split(/,\s*(?![^(]*\))/);
const rulesOf = ({ path, text }: Pick<Sheet, "path" | "text">): Rule[] =>
  [...text.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, head = "", body = ""]) =>
    splitSelectors(head).map((selector) => ({ path, selector, body })),
  );

const POSITIONED = /(?:^|[;\s])position:\s*(?:relative|absolute|fixed|sticky)/;
/** What makes a row that stays one the box by which positioned elements inside it are measured; an absolute row becomes a block. */
const CONTAINING =
  /(?:^|[;\s])(?:position:\s*(?:relative|sticky)|(?:transform|rotate|scale|translate|filter|perspective|contain|will-change):)/;

/** The last part of a selector: what it is about. */
const subjectOf = (selector: string) => selector.split(/[\s>+~]+(?![^(]*\))/).at(-1) ?? "";

/** Positioned pseudo-elements whose own element is not positioned, so that they lie over whatever box is around it. */
function strayPseudoElements(rules: readonly Rule[]): string[] {
  const positioned = rules.filter(({ body }) => POSITIONED.test(body)).map(({ selector }) => subjectOf(selector));
  return rules
    .filter(({ selector, body }) => /::(before|after)$/.test(selector) && POSITIONED.test(body))
    .filter(({ selector }) => !positioned.includes(subjectOf(selector).replace(/(:[\w-]+(\([^)]*\))?)*::\w+$/, "")))
    .map(({ path, selector }) => `${path}: ${selector}`);
}

const ROW_TAG = /^(tr|tbody|thead|tfoot)\b/;
/** Classes that components give to table rows and groups of rows. */
const ROW_CLASSES = new Set(
  [...CODE.values()].flatMap((code) =>
    [...code.matchAll(/<(?:tr|tbody|thead|tfoot)\b[^>]*?className=("[^"]*"|\{[^}]*\})/g)].flatMap(([, value = ""]) =>
      [...value.matchAll(/["`]([^"`]*)["`]/g)].flatMap(([, text = ""]) => wordsOf(text)),
    ),
  ),
);

/** Table rows that are meant to be containing blocks, which they are in some engines only: never in WebKit. */
function containingRows(rules: readonly Rule[]): string[] {
  const isRow = (subject: string) =>
    ROW_TAG.test(subject) || classesOf(subject).some((name) => ROW_CLASSES.has(name) && !/^(td|th)\b/.test(subject));
  return rules
    .filter(({ body }) => CONTAINING.test(body))
    .filter(({ selector, body }) => isRow(subjectOf(selector)) || /display:\s*table-(row|\w+-group)/.test(body))
    .map(({ path, selector }) => `${path}: ${selector}`);
}

test("a positioned pseudo-element lies in its own element, and no table row has to hold positioned elements", () => {
  const rules = SHEETS.flatMap(rulesOf);
  expect(rules.length).toBeGreaterThan(300);
  expect([...ROW_CLASSES]).toContain("off"); // of a run that is not drawn
  expect(strayPseudoElements(rules)).toEqual([]);
  expect(containingRows(rules)).toEqual([]);
});

test.each([
  [".a tbody tr { position: relative; } .a button::after { position: absolute; inset: 0; }", [".a button::after"], 1],
  [".a tr:hover { position: sticky; }", [], 1],
  [".race .off { transform: none; }", [], 1],
  [".a thead { contain: paint; }", [], 1],
  [".a::before { position: fixed; }", [".a::before"], 0],
  [".a:hover::after { position: absolute; } .b .a { position: relative; }", [], 0],
  [".a td { position: relative; } .a td::after { position: absolute; }", [], 0],
  [".a::after { content: none; } tr { color: red; }", [], 0],
] as const)("of %s the stray pseudo-elements are %j, and %i rows hold positioned elements", (text, strays, rows) => {
  const rules = rulesOf({ path: "a.css", text });
  expect(strayPseudoElements(rules)).toEqual(strays.map((selector) => `a.css: ${selector}`));
  expect(containingRows(rules)).toHaveLength(rows);
});

test("what a class is by itself stands in one sheet", () => {
  expect(homes.size).toBeGreaterThan(50);
  expect([...homes].filter(([, sheets]) => sheets.size > 1).map(([name, sheets]) => [name, ...sheets])).toEqual([]);
});

test("each class of a sheet is written in its room or by the page around it, or is from another sheet of which that is true", () => {
  const named = SHEETS.map(({ path, selectors }) => {
    const near = [...stringWords].filter(([file]) => path.startsWith("src/styles/") || isIn(file, roomOf(path)));
    const names = new Set(selectors.flatMap(classesOf).filter((name) => !name.startsWith("recharts-")));
    return { path, own: [...names].filter((name) => near.some(([, words]) => words.has(name))), names: [...names] };
  });
  const alive = new Set(named.flatMap(({ own }) => own));
  expect(alive.size).toBeGreaterThan(150);
  expect(
    named.flatMap(({ path, names }) => names.filter((name) => !alive.has(name)).map((name) => [path, name])),
  ).toEqual([]);
});

test("what every component may use is used in two rooms or more", () => {
  const tones = ["bad", "warn", "good"]; // one set
  const shared = [...homes]
    .filter(([name, sheets]) => sheets.has("src/styles/shared.css") && !tones.includes(name))
    .map(([name]) => name);
  expect(shared).toContain("btn");
  for (const name of shared) {
    const rooms = [...stringWords].filter(([, words]) => words.has(name)).map(([path]) => roomOf(path));
    expect(new Set(rooms).size, `rooms that use .${name}`).toBeGreaterThan(1);
  }
});

test("a component loads the sheet of each class it writes, so that no style depends on what else is open", () => {
  const always = [...FIRST].filter((path) => path.startsWith("src/styles/"));
  let checked = 0;
  const missing = [...CODE].flatMap(([path, code]) => {
    if (!path.startsWith("src/components/")) return [];
    const loaded = new Set([...always, ...importsOf(path)]);
    const written = [...code.matchAll(/className=("[^"]*"|\{(?:[^{}]|\{[^}]*\})*\})/g)].map(([, value = ""]) => value);
    const names = written.flatMap((value) =>
      [...value.matchAll(/"([^"]*)"/g), ...value.replace(/\$\{[^}]*\}/g, " ").matchAll(/`([^`]*)`/g)].flatMap(
        ([, text = ""]) => wordsOf(text),
      ),
    );
    return [...new Set(names)].flatMap((name) => {
      const [home] = homes.get(name) ?? [];
      checked += home ? 1 : 0;
      return home && !loaded.has(home) ? [`${path}: .${name} of ${home}`] : [];
    });
  });
  expect(missing).toEqual([]);
  expect(checked).toBeGreaterThan(200);
});

test("each sheet is imported by a module of its own room, and the first paint waits for no view's", () => {
  const isImported = ({ path }: Sheet) =>
    [...CODE].some(([file, code]) =>
      [...code.matchAll(/^import "(\.[^"]+\.css)";/gm)].some(
        ([, from = ""]) => join(dirname(file), from) === path && (file === "src/main.tsx" || isIn(file, roomOf(path))),
      ),
    );
  expect(SHEETS.filter((sheet) => !isImported(sheet)).map(({ path }) => path)).toEqual([]);
  expect([...FIRST].filter((path) => /^src\/components\/(views|csv|article)\/.*\.css$/.test(path))).toEqual([]);
  const ofPage = importsOf("src/lab.tsx");
  expect(ofPage).toContain("src/components/article/article.css");
  expect(ofPage).not.toContain("src/components/views/gap/gap.css"); // comes with its view
});
