import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isInstalled, requireNode } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "apo-install-"));
const root = { "": { version: "1.0.0" } };
const zod = { "node_modules/zod": { version: "4.0.0", integrity: "sha512-a" } };
const mac = { "node_modules/fsevents": { version: "2.0.0", integrity: "sha512-b", optional: true } };

function write(path: string, packages: object) {
  writeFileSync(join(folder, path), JSON.stringify({ packages }));
}

describe("whether the dependencies are installed", () => {
  beforeAll(() => {
    mkdirSync(join(folder, "node_modules"));
    write("package-lock.json", { ...root, ...zod, ...mac });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is no where npm has recorded nothing, as on a fresh clone", () => {
    expect(isInstalled(folder)).toBe(false);
  });

  it("is yes where npm has recorded what the lockfile asks for, but for another platform's packages", () => {
    write("node_modules/.package-lock.json", zod);
    expect(isInstalled(folder)).toBe(true);
  });

  it.each([
    ["a package is missing", {}],
    ["a version differs", { "node_modules/zod": { version: "3.9.0", integrity: "sha512-a" } }],
    ["the content differs", { "node_modules/zod": { version: "4.0.0", integrity: "sha512-c" } }],
    ["a package is no longer asked for", { ...zod, "node_modules/left": { version: "1.0.0" } }],
  ])("is no where %s", (_, packages) => {
    write("node_modules/.package-lock.json", packages);
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("the Node that runs the scripts", () => {
  it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("may be %s", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(["18.20.0", "20.18.3"])("may not be %s", (version) => {
    expect(() => requireNode(version)).toThrow(`Node ${version} is too old: install Node 20.19 or newer`);
  });
});
