import { expect, test } from "vitest";
import { initialState } from "../experiment/initialState";
import { readLink } from "../link/readLink";
import { snippetsOf } from "./snippets";

test("both snippets lead to a figure of this state, with the charts and controls that were chosen", () => {
  const read = readLink('?task=spirals&seed=3&lf=0.5&test=1&caption="A" %26 <b>');
  const state = initialState(read.config, read.display);
  const choice = { charts: ["loss", "gap"], controls: ["play"], width: 640, height: 420 } as const;
  const { address, iframe, element } = snippetsOf(state, choice, "https://example.org/lab/");
  const again = readLink(new URL(address).search);
  expect(again.notes).toEqual([]);
  expect(again.config).toEqual(state.config);
  expect(again.display).toMatchObject({
    layout: "embed",
    mode: "normal",
    openViews: ["gap"],
    embed: { charts: ["loss", "gap"], controls: ["play"], caption: '"A" & <b>' },
  });
  for (const snippet of [iframe, element])
    expect(snippet.match(/"/g)?.length).toBe((snippet.match(/="/g)?.length ?? 0) * 2);
  expect(iframe).toContain('width="640" height="420" loading="lazy" allow="clipboard-write; fullscreen"');
  expect(iframe).toContain('title="APO Lab: loss, gap"');
  expect(element).toContain('src="https://example.org/lab/apo-embed.js"');
});
