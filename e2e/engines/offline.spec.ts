import { ALL_STORED, startServer } from "../ownServer";
import { WORDS } from "../words";
import { EnginePage } from "./enginePage";
import { expect, test } from "./fixtures";

/** Storing 22 MB on a slow machine. */
const STORED = { timeout: 180_000, intervals: [1000] };

test("after one visit the page trains with its server gone, on data that it had not read", async ({ engine }) => {
  await engine.resize(1280, 800);
  const server = await startServer();
  const lab = new EnginePage(engine, `${server.origin}/`);
  try {
    await lab.openForeign(`${server.origin}/`);
    await lab.find("button", WORDS.play);
    const help = async () => {
      const words = await lab.evaluate(() => document.querySelector("dialog[open]")?.textContent ?? null);
      if (words === null) await lab.press("?"); // keys are heard once the page's script is there
      return words ?? "";
    };
    await expect.poll(help, STORED).toMatch(ALL_STORED);
  } finally {
    await server.end();
  }
  await lab.open("task=mnist&images=300&opt=sgdm,adam&steps=2&backend=wasm");
  await lab.playToTheEnd();
  await lab.open("task=sine&opt=apo-p&steps=3&backend=wasm");
  await lab.playToTheEnd();
});
