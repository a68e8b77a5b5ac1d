import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { givenTemplate } from "../src/cli/trace/givenTemplate";
import { readTraceArgs } from "../src/cli/trace/traceArgs";
import { OPTIMIZER_IDS } from "../src/config/tables/optimizers";
import { TASK_IDS } from "../src/config/tables/taskIds";
import { TASKS } from "../src/config/tables/tasks";
import { VIEW_IDS, VIEWS } from "../src/config/tables/views";
import { EXPERIMENT_PARAMETERS } from "../src/store/link/linkParameters";
import { readLink } from "../src/store/link/readLink";
import { VIEW_PARAMETERS } from "../src/store/link/viewParameters";
import { codeIn, findAll, read, root, rowsOf, section } from "./documents";
import { ROOMS } from "./layers/table.mjs";

/*
 * What the documents for people say, held to the code wherever it can be run. docs/TRACE.md and docs/numerics.md have tests of
 * their own beside this one.
 */

describe("links of the page in the documents", () => {
  const queries = findAll(/(\?[\w.-]+=[^\s`"'<>|)]*)/g);

  it("are found", () => expect(queries.length).toBeGreaterThan(2));

  it.each(queries)("%s: %s is read without a notice", (_, query) => {
    expect(readLink(query).notes).toEqual([]);
  });

  const parts = rowsOf(section("README.md", "## Links and embeds")).map(([cell = ""]) => codeIn(cell));

  it.each(parts.map((row) => [row.join("&")]))("README.md: the parts %s are read without a notice", (query) => {
    expect(readLink(`?${query}`).notes).toEqual([]);
  });

  it.each([...EXPERIMENT_PARAMETERS, ...VIEW_PARAMETERS])("README.md names the part %s", (name) => {
    expect(parts.flat().map((part) => part.split("=")[0])).toContain(name);
  });
});

describe("the table of layers in ARCHITECTURE.md", () => {
  const rows = rowsOf(section("ARCHITECTURE.md", "## Layers"));
  /** "charts/{axes,curves}" is two rooms. */
  const unfold = (room: string) => {
    const [, folder, names] = /^(.*)\{(.*)\}$/.exec(room) ?? [];
    return names ? names.split(",").map((name) => `${folder}${name}`) : [room];
  };

  it.each(Object.entries(ROOMS))("has the rooms of %s that are folders, low to high", (layer, rooms) => {
    const [, , cell = ""] = rows.find(([first]) => first === `\`${layer}\``) ?? [];
    expect(codeIn(cell).flatMap(unfold)).toEqual(rooms.filter((room) => !room.includes(".")));
  });
});

describe("commands in the documents", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

  it.each(findAll(/npm (?:run (?:-s )?)?((?<=run |-s )[\w:]+|test\b|start\b)/g))(
    "%s: npm run %s is a script",
    (_, name) => {
      expect(Object.keys(scripts)).toContain(name);
    },
  );

  const traces = findAll(/npm run -s trace -- ([^`\n]+)/g);

  const folder = mkdtempSync(join(tmpdir(), "apo-documents-"));
  const problem = join(folder, "problem.json");
  writeFileSync(problem, JSON.stringify(givenTemplate("mlp")));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has examples of trace", () => expect(traces.length).toBeGreaterThan(2));

  it.each(traces)("%s: trace -- %s is a command line that it takes", (_, args) => {
    const words = args.replace(/>.*/, "").trim().split(/\s+/);
    // a file that the reader has made by then: a problem of one's own will do for each
    const at = words.indexOf("--config") + 1;
    if (at > 0 && !existsSync(words[at] ?? "")) words[at] = problem;
    if (words[0] === "--template") expect(() => givenTemplate(words[1] ?? "")).not.toThrow();
    else expect(() => readTraceArgs(words)).not.toThrow();
  });
});

describe("tables of the README", () => {
  it("has a row for every task, with its model", () => {
    const rows = rowsOf(section("README.md", "## What it shows")).map(([id, , model]) => [codeIn(id ?? "")[0], model]);
    expect(rows).toEqual(TASK_IDS.map((id) => [id, TASKS[id].model]));
  });

  it("names every method, and none else", () => {
    const [, methods = ""] = section("README.md", "## What it shows").split("\nMethods: ");
    const [ours = ""] = methods.split("emulated");
    expect(codeIn(ours).toSorted()).toEqual([...OPTIMIZER_IDS].toSorted());
  });

  it("has a row for every view, in the page's order", () => {
    const titles = rowsOf(section("README.md", "## Inside the optimizer")).map(([title]) => title);
    expect(titles).toEqual(VIEW_IDS.map((id) => VIEWS[id].title));
  });
});

describe("paths in the documents", () => {
  /** Files of the project, as paths from its folder. */
  const files = ["src", "scripts", "e2e", "examples", "assembly", "docs", "public", ".github"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path}`))
    .concat(readdirSync(root));
  const isThere = (path: string) => files.some((file) => file === path || file.endsWith(`/${path}`));
  const extension = /\.(tsx?|mjs|css|json|md|html)$/;

  /** Between backticks, with a slash or the ending of a file; not what a reader is to make (`yours`), nor what a build makes. */
  const named = findAll(/`([\w@.-]+(?:\/[\w.-]+)*\/?)`/g).filter(
    ([, path]) =>
      (extension.test(path) || /^(src|scripts|e2e|assembly|docs|public|\.github)\//.test(path)) &&
      !/yours|^dist/.test(path),
  );

  it("are found", () => expect(named.length).toBeGreaterThan(30));

  /** Anywhere, also in the commands of a code block. */
  const inFull = findAll(
    /((?:src|scripts|e2e|assembly|docs|public)\/[\w./-]+\.(?:tsx?|mjs|css|json|md|html))\b/g,
  ).filter(([, path]) => !path.includes("yours"));

  it.each([...named, ...inFull])("%s: %s is a file or a folder of the project", (_, path) => {
    expect(isThere(path.replace(/\/$/, ""))).toBe(true);
  });

  const single = [...read("CONTRIBUTING.md").matchAll(/npm run test:\w+ -- (\S+) -[tg] "([^"]+)"/g)];

  it.each(single.map(([, file = "", title = ""]) => [file, title]))(
    "CONTRIBUTING.md: %s has a test %s",
    (file, title) => {
      const path = files.find((one) => one === file || one === `e2e/${file}`) ?? file;
      expect(read(path)).toMatch(new RegExp(`(?:it|test)(?:\\.each\\([^)]*\\))?\\("[^"]*${title}`));
    },
  );

  const links = findAll(/\]\(([^)\s]+)\)/g).filter(([, target]) => !/^https?:/.test(target));

  it.each(links)("%s: the link to %s leads somewhere", (document, target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? document : join(dirname(document), path);
    expect(existsSync(join(root, file))).toBe(true);
    if (anchor !== undefined) expect(read(file).split("\n").filter(isHeading).map(anchorOf)).toContain(anchor);
  });

  const isHeading = (line: string) => /^#+ /.test(line);
  const anchorOf = (heading: string) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replaceAll(" ", "-");
});

describe("documents that the code cites", () => {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, read(`src/${path}`)] as const);
  const cited = (pattern: RegExp) =>
    sources.flatMap(([path, text]) => [...text.matchAll(pattern)].map(([, words]) => [path, words as string] as const));

  it.each(cited(/ARCHITECTURE\.md, "([^"]+)"/g))(
    "%s cites ARCHITECTURE.md, %s, which is a heading there",
    (_, heading) => {
      expect(read("ARCHITECTURE.md")).toMatch(new RegExp(`^#+ ${heading}$`, "m"));
    },
  );

  it.each(cited(/\bAPO\.md, ([\w ]+)/g))("%s cites APO.md, %s, which is a part of it", (_, part) => {
    expect(read("docs/APO.md")).toMatch(new RegExp(`^#+ .*${part}|\\*\\*${part}\\.`, "im"));
  });

  it.each(cited(/\(contract (\d)\b/g))("%s cites contract %s of ARCHITECTURE.md", (_, number) => {
    expect(section("ARCHITECTURE.md", "## Contracts")).toMatch(new RegExp(`^${number}\\. `, "m"));
  });
});

describe("names in docs/APO.md", () => {
  const core = readdirSync(join(root, "src/core"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes(".test."))
    .map((path) => read(`src/core/${path}`))
    .join("\n");
  const names = rowsOf(section("docs/APO.md", "## Notation")).flatMap(([, cell = ""]) => codeIn(cell));

  it.each(names)("%s is a name in the numerics", (name) => {
    expect(core).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
