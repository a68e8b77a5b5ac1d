import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPTIMIZER_IDS } from "../../config/tables/optimizers";
import { tokenOf } from "./chartModels";

test.each(OPTIMIZER_IDS)("%s has a colour and a dash in the style sheet", (optimizer) => {
  const css = readFileSync("src/styles/tokens.css", "utf8");
  expect(css).toContain(`--opt-${tokenOf(optimizer)}: light-dark(`);
  expect(css).toContain(`--dash-${tokenOf(optimizer)}: `);
});
