import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPTIMIZERS } from "../config/tables/optimizers";

test("text, graphics and every pair of optimizer colours meet the contrast and distance thresholds in both themes", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/check-palette.mjs"], { encoding: "utf8" });
  expect(stdout).toContain("all thresholds met");
  expect(status).toBe(0);
});

test.each(Object.values(OPTIMIZERS))("$name has a colour and a dash", ({ token }) => {
  const css = readFileSync("src/styles/tokens.css", "utf8");
  expect(css).toContain(`--opt-${token}: light-dark(`);
  expect(css).toContain(`--dash-${token}: `);
});
