import type { TestState } from "../testState";
import { expect, test } from "./fixtures";

test("a figure of another page takes its picture's place, obeys its element's methods, gives its files, and asks for its height", async ({
  lab,
  engine,
  host,
  picture,
  baseURL,
}, { project }) => {
  const html = `<!doctype html><title>A post</title><script type="module" src="${baseURL}apo-embed.js"></script>
<apo-figure task="sine" opt="apo-p,sgdm" seed="5" steps="6" backend="wasm" charts="loss" controls="play,step,lf">
<p>A picture in its place</p></apo-figure>`;
  host.pages.set("/figure.html", { html });
  await engine.resize(900, 700);
  await lab.openForeign(`${host.origin}/figure.html`);
  expect(await lab.call("step", 2)).toBe(2);
  await lab.isGone("apo-figure p", "A picture in its place");
  const size = () =>
    lab.evaluate(() => {
      const figure = document.querySelector("apo-figure");
      const frame = figure?.shadowRoot?.querySelector("iframe");
      return { asked: Number.parseFloat(frame?.style.height ?? ""), own: figure?.getBoundingClientRect().height ?? 0 };
    });
  await expect.poll(async () => (await size()).asked).toBeGreaterThan(200);
  const { asked, own } = await size();
  expect(own).toBeCloseTo(asked, 0);

  expect(await lab.call("set", "lf", 0.5, { run: "apo-p" })).toEqual(["apo-p"]);
  await lab.call("play");
  const state = () => lab.call<TestState>("getState");
  await expect.poll(async () => (await state()).status).toBe("finished");
  const { step, backend, interventions, runs } = await state();
  expect({ step, backend }).toEqual({ step: 6, backend: "wasm" });
  expect(interventions).toMatchObject([{ step: 2, run: "apo-p", name: "lambdaFsd", value: 0.5 }]);
  // around a frame of another page WebKit's driver left three of nine pictures unanswered
  if (project.name !== "webkit") await picture("figure");

  const cells = (await lab.call<string>("toCSV", "loss"))
    .trimEnd()
    .split("\n")
    .map((row) => row.split(","));
  for (const { run, columns } of runs) {
    const losses = cells.filter((row) => row[1] === run && row[3] !== "").map((row) => Number(row[3]));
    expect(losses, run).toEqual(columns.trainLoss);
  }
  expect(await lab.call("toSVG", "loss")).toContain("<title>Training loss");
  const png = await lab.call<{ type: string; size: number }>("toPNG", "loss", { scale: 2 });
  expect(png.type).toBe("image/png");
  expect(png.size).toBeGreaterThan(5000);
  await expect(lab.call("toSVG", "map")).rejects.toThrow(/no chart "map" here/);
});
