import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ConfigError } from "../config/experiment/notes";
import { checkOut, writeOut } from "./outFile";

const FOLDER = mkdtempSync(join(tmpdir(), "apo-out-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));
const inFolder = (...parts: string[]) => join(FOLDER, ...parts);
writeFileSync(inFolder("kept.json"), "before");
mkdirSync(inFolder("folder"));

it("passes a new file, one that is there and standard output, and changes neither", () => {
  for (const file of [inFolder("new.json"), inFolder("kept.json"), "/dev/null", "/dev/stdout", undefined])
    expect(() => checkOut(file), file).not.toThrow();
  expect(existsSync(inFolder("new.json"))).toBe(false);
  expect(readFileSync(inFolder("kept.json"), "utf8")).toBe("before");
  writeOut(inFolder("kept.json"), "after");
  expect(readFileSync(inFolder("kept.json"), "utf8")).toBe("after");
});

it.each([
  ["in a folder that is not there", inFolder("none", "a.json"), /There is no folder .*none\. Create it/],
  ["that is a folder", inFolder("folder"), /It is a folder\. Name a file in it: --out .*folder.trace\.json/],
  ["that is the folder it is called in", ".", /It is a folder/],
  ["below a file", inFolder("kept.json", "a.json"), /cannot be written\. (Reason: ENOTDIR|There is no folder)/],
  ["without a name", "", /The file "" cannot be written/],
  ["with a name that is too long", inFolder("a".repeat(300)), /Reason: ENAMETOOLONG/],
  ["that no one may create", "/proc/apo.json", /Reason: E\w+/],
])("a file %s is refused before anything is trained", (_, file, message) => {
  expect(() => checkOut(file)).toThrow(ConfigError);
  expect(() => checkOut(file)).toThrow(message);
  expect(() => writeOut(file, "x")).toThrow(ConfigError);
});

it.skipIf(process.getuid?.() === 0)("a file or folder that may not be written to is refused", () => {
  chmodSync(inFolder("kept.json"), 0o444);
  chmodSync(inFolder("folder"), 0o555);
  for (const file of [inFolder("kept.json"), inFolder("folder", "a.json")])
    expect(() => checkOut(file)).toThrow(/Reason: EACCES/);
  expect(statSync(inFolder("folder")).isDirectory()).toBe(true);
});
