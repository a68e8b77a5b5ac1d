import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeMachine, ROOT } from "./machine";

it("finds the project it measures, and says what it measures on", () => {
  expect(existsSync(join(ROOT, "package.json"))).toBe(true);
  expect(JSON.stringify(describeMachine())).toContain(process.version.replace("v", ""));
});
