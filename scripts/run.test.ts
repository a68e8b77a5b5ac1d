import { afterEach, expect, it, vi } from "vitest";
import { run } from "./run.mjs";

afterEach(() => vi.restoreAllMocks());

it("puts a label before each line of a program's output and errors, and returns its exit status", async () => {
  const output = vi.spyOn(console, "log").mockReturnValue();
  const errors = vi.spyOn(console, "error").mockReturnValue();
  const program = 'process.stdout.write("one\\ntwo\\n"); process.stderr.write(process.env.WORD); process.exitCode = 3;';
  expect(await run(process.execPath, ["-e", program], { WORD: "three" }, "lint")).toBe(3);
  expect(output.mock.calls.flat()).toEqual(["lint | one", "lint | two"]);
  expect(errors.mock.calls.flat()).toEqual(["lint | three"]);
});

it("takes a program that cannot start as one that fails", async () => {
  const errors = vi.spyOn(console, "error").mockReturnValue();
  expect(await run("/nowhere/program", [], {}, "lint")).toBe(1);
  expect(errors.mock.calls.flat().join()).toContain("/nowhere/program");
});
