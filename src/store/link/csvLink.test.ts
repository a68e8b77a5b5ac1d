import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { initialState } from "../experiment/initialState";
import { linkOf } from "./linkSelectors";
import { readLink } from "./readLink";

test("a link to a file of one's own keeps the names of file and columns, commas and all, and no data", () => {
  const names = { file: "my houses, 2024.csv", target: "price, €", inputs: ["rooms", "100% net, m²", "%2C"] };
  const { config } = resolveExperiment({ version: 1, task: "csv", csv: names });
  const { link } = linkOf(initialState(config));
  expect(readLink(link)).toMatchObject({ config: { task: "csv", csv: names }, notes: [] });
  expect(linkOf(initialState(readLink("?task=csv").config)).link).toBe("?v=1&task=csv");
});

test.each([
  ["?task=sine&csv=a.csv", "The task sine reads no file of yours", "Allowed: a field csv with the task csv."],
  ["?task=csv&inputs=,", 'csv is {"inputs":[]}', 'Allowed: an object such as {"file": "houses.csv"'],
])("%s gets a note, and the rest of the link holds", (link, title, detail) => {
  const { notes, config } = readLink(`${link}&seed=3`);
  expect(notes).toMatchObject([{ title, detail: expect.stringContaining(detail) }]);
  expect(config.seed).toBe(3);
  expect(resolveExperiment(config).config).toEqual(config);
});
