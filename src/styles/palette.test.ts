import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("text, graphics and every pair of optimizer colours meet the contrast and distance thresholds in both themes", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/check-palette.mjs"], { encoding: "utf8" });
  expect(stdout).toContain("all thresholds met");
  expect(status).toBe(0);
});
