import { createHash } from "node:crypto";
import { FigureMenu } from "./figureMenu";
import { expect, test } from "./fixtures";
import { HostedFigure } from "./hostedFigure";

interface Trace {
  runs: { run: string; columns: { trainLoss: (number | null)[] } }[];
}

test("each action of an embed in another page gives its file, link or citation, with the numbers of its figure", async ({
  page,
  context,
  host,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const figure =
    '<apo-figure task="sine" opt="apo-p,sgdm" seed="5" steps="6" charts="loss" actions="svg,png,csv,json,link,cite,open"></apo-figure>';
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>${figure}`;
  host.pages.set("/actions.html", { html });
  await page.goto(`${host.origin}/actions.html`);
  const race = new HostedFigure(page, 0);
  expect(await race.call("step", 6)).toBe(6);
  const trace = (await race.call("getTrace")) as Trace;
  const button = (name: string) => race.frame.getByRole("button", { name, exact: true });

  const loss = race.frame.getByRole("figure", { name: "Loss" });
  const menu = new FigureMenu(loss);
  await menu.open();
  const svg = (await menu.save("Save as SVG")).bytes.toString("utf8");
  expect(svg).toContain("<title>Training loss");
  expect(svg.match(/"trainLoss"|task=sine/)).not.toBeNull();
  const csv = await menu.save("Save the numbers as CSV");
  expect(csv.name).toBe("apo-sine-seed5-loss-step6.csv");
  const cells = csv.bytes
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((row) => row.split(","));
  for (const { run, columns } of trace.runs) {
    const losses = cells.filter((row) => row[1] === run && row[3] !== "").map((row) => Number(row[3]));
    expect(losses, run).toEqual(columns.trainLoss);
  }
  const png = (await menu.save("Save as PNG, 1 times the size")).bytes;
  for (const [name, pixels] of [["width", png.readUInt32BE(16)] as const, ["height", png.readUInt32BE(20)] as const])
    expect(Math.abs(pixels - Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1])), name).toBeLessThan(3);
  expect(await menu.panel.getByRole("button").allTextContents()).not.toContain("Cite"); // it stands beside the heading
  await menu.button.click();

  const download = page.waitForEvent("download");
  await button("Save the run").click();
  const stream = await (await download).createReadStream();
  let saved = "";
  for await (const chunk of stream) saved += chunk;
  const { format, runs } = JSON.parse(saved);
  expect(format).toBe("apo-trace/1");
  expect(runs.map(({ columns }: Trace["runs"][number]) => columns)).toEqual(trace.runs.map(({ columns }) => columns));

  await button("Copy link").click();
  await expect(race.frame.getByText("Link copied")).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.origin).toBe(new URL(baseURL ?? "").origin);
  const parameters = { task: "sine", seed: "5", steps: "6", opt: "apo-p,sgdm" };
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ embed: "1", ...parameters });
  const open = race.frame.getByRole("link", { name: "Open this run in APO Lab" });
  const whole = new URL((await open.getAttribute("href")) ?? "", baseURL);
  expect(Object.fromEntries(whole.searchParams)).toMatchObject(parameters);
  expect(whole.searchParams.has("embed")).toBe(false);

  const height = await race.height();
  await button("Cite").click();
  const field = (name: string) => race.frame.getByRole("textbox", { name });
  const digest = createHash("sha256").update(csv.bytes).digest("hex");
  await expect(field("SHA-256 of the losses")).toHaveValue(digest);
  await expect(field("Link with every setting")).toHaveValue(/task=sine.*seed=5/);
  await expect(field("The paper as BibTeX")).toHaveValue(/Amortized Proximal Optimization/);
  await expect.poll(() => race.height()).toBeGreaterThan(height + 100);
  await expect.poll(() => race.overflow()).toEqual({ width: 0, height: 0 });
  await button("Cite").click();
  await expect.poll(async () => Math.abs((await race.height()) - height)).toBeLessThan(4);
});
