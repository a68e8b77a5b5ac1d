import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareLicences } from "./check.mjs";
import { readList, writeList } from "./list.mjs";
import { REVIEWED } from "./reviewed.mjs";

const MIT = { licence: "MIT", text: "Do as you like." };
const PACKAGES = [
  { name: "zod", version: "4.0.0", ...MIT },
  { name: "@tensorflow/tfjs-core", version: "4.22.0", licence: "Apache-2.0", text: "Some terms.\r\nAnd a patent." },
  { name: "react", version: "19.0.0", ...MIT },
];
const LICENCES = { "@tensorflow/tfjs-core": "Apache-2.0", react: "MIT", zod: "MIT" };

describe("the list of licences that ships", () => {
  const text = writeList(PACKAGES);

  it("names each package with its licence, in order, and is read back", () => {
    expect(text).toMatch(
      / {2}@tensorflow\/tfjs-core 4\.22\.0: Apache-2\.0\n {2}react 19\.0\.0: MIT\n {2}zod 4\.0\.0: MIT\n/,
    );
    expect(readList(text)).toEqual(LICENCES);
  });

  it("has each text once, under all packages that it is of", () => {
    expect(text.split("Do as you like.")).toHaveLength(2);
    expect(text).toContain("react 19.0.0\nzod 4.0.0\n\nDo as you like.");
    expect(text).toContain("Some terms.\nAnd a patent.");
  });

  it("takes nothing in a licence's text for a package", () => {
    const tricky = writeList([{ name: "a", version: "1.0.0", licence: "MIT", text: "Terms:\n  b 1.0.0: GPL-3.0" }]);
    expect(readList(tricky)).toEqual({ a: "MIT" });
  });

  it("tells of a package that ships in two versions under two licences", () => {
    const two = [
      { name: "a", version: "1.0.0", ...MIT },
      { name: "a", version: "2.0.0", licence: "BUSL-1.1", text: "Pay." },
    ];
    expect(readList(writeList(two))).toEqual({ a: "MIT, BUSL-1.1" });
  });
});

describe("the comparison with what was reviewed", () => {
  it("finds nothing where both agree", () => {
    expect(compareLicences(LICENCES, LICENCES)).toEqual([]);
  });

  it.each<[what: string, shipped: Record<string, string>, sentence: RegExp]>([
    ["a new package", { ...LICENCES, left: "MIT" }, /^left ships and was not reviewed\. Its licence: MIT\.$/],
    [
      "another licence",
      { ...LICENCES, zod: "GPL-3.0" },
      /^zod was reviewed with the licence MIT and ships with GPL-3\.0\.$/,
    ],
    [
      "a package that is gone",
      { react: "MIT", zod: "MIT" },
      /^@tensorflow\/tfjs-core was reviewed and does not ship\./,
    ],
  ])("finds %s", (_, shipped, sentence) => {
    const differences = compareLicences(shipped, LICENCES);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(sentence);
  });

  it("was done for every package that the page itself asks for", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    // the umbrella package, which only the bench imports
    const asked = Object.keys(dependencies).filter((name) => name !== "@tensorflow/tfjs");
    for (const name of asked) expect(Object.keys(REVIEWED)).toContain(name);
  });
});
