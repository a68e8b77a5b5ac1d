import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NODE_MODULES = join(ROOT, "node_modules");

/** This process's environment without what Playwright tells its own workers. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PW|PLAYWRIGHT|TEST_|E2E_|FORCE_COLOR|NODE_OPTIONS)/.test(name)),
) as NodeJS.ProcessEnv;

/** Runs a program to its end; rejects with what it printed where it fails. */
function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: ENV });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        printed += chunk;
      });
    child.on("close", (status) =>
      status === 0
        ? resolve(printed)
        : reject(new Error(`${command} ${args.join(" ")} ended with ${status}:\n${printed}`)),
    );
  });
}

/** A page of somebody else's that has the element, in types: a wrong name of any of them would not compile. */
const WITH_ELEMENT = `import type { ApoFigure, ApoFigureAttributes, ApoFigureEventMap } from "apo-lab";

const attributes: ApoFigureAttributes = { charts: "loss", play: "visible", theme: "host", scale: 2, task: "sine" };
const detail = (event: ApoFigureEventMap["change"]): number => event.detail.value;

export async function drive(): Promise<string> {
  const figure: ApoFigure = document.createElement("apo-figure");
  for (const [name, value] of Object.entries(attributes)) figure.setAttribute(name, String(value));
  figure.addEventListener("finish", ({ detail: { step } }) => console.log(step.toFixed()));
  figure.addEventListener("change", detail);
  const taken: number = await figure.step(2);
  const runs: string[] = await figure.set("lf", taken, { run: "apo-p" });
  const picture: Blob = await figure.toPNG("loss", { scale: 2 });
  // @ts-expect-error there is no such method
  void figure.run;
  // @ts-expect-error nor such a way to play
  void ({ play: "always" } satisfies ApoFigureAttributes);
  return runs.join() + picture.type;
}
`;

/** What the copied test of a picture asks besides: only a picture that is there and differs is another one. */
const LOOKS_OTHERWISE = `
  await expect(lab.learningRate).not.toHaveChartScreenshot("loss.png");
  await expect(expect(lab.loss).not.toHaveChartScreenshot("none.png")).rejects.toThrow("none.png");
`;

test("the example repository passes against the packed package, typed with the element, and its pictures are stable", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apo-example-"));
  try {
    await run(ROOT, process.execPath, "scripts/pack/pack.mjs");
    cpSync(join(ROOT, "examples/playwright"), folder, {
      recursive: true,
      filter: (path) => !path.includes("node_modules"),
    });
    rmSync(join(folder, "package.json")); // its dependencies would be asked for at the registry
    const tarball = join(ROOT, "dist-package/apo-lab.tgz");
    const quick = ["--offline", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
    await run(folder, "npm", "install", ...quick, tarball);
    for (const name of ["@playwright", "playwright", "playwright-core", "@types", "undici-types"])
      symlinkSync(join(NODE_MODULES, name), join(folder, "node_modules", name));
    writeFileSync(join(folder, "element.ts"), WITH_ELEMENT);
    // its picture is taken, and compared with what is on a page opened anew
    const look = readFileSync(join(folder, "tests/look.spec.ts"), "utf8");
    writeFileSync(join(folder, "tests/lookAgain.spec.ts"), look.replace(/\}\);\s*$/, `${LOOKS_OTHERWISE}});\n`));
    const playwright = join(NODE_MODULES, "@playwright/test/cli.js");
    const suite = run(folder, process.execPath, playwright, "test", "--workers=1", "--update-snapshots=changed");
    const types = run(
      folder,
      process.execPath,
      join(NODE_MODULES, "typescript/bin/tsc"),
      "-p",
      ".",
      "--singleThreaded",
    );
    const lab = (...words: string[]) => run(folder, join(folder, "node_modules/.bin/apo-lab"), ...words);
    const svg = join(folder, "loss.svg");
    const figure = lab("figure", "task=sine&opt=apo-p&steps=6&backend=wasm", "--out", svg);
    const [told] = await Promise.all([suite, types, figure]);
    expect(told).toContain("4 passed");
    expect(told.match(/writing actual/g), "pictures that were new or other").toHaveLength(1);
    expect(readFileSync(svg, "utf8")).toContain("<title>Training loss");
    expect(await lab("--help")).toContain("apo-lab figure");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
