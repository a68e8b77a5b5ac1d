import { existsSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { PACKED_DOCS, packedText } from "./packedDocs.mjs";

/** Whether the package has a file: a document, or one that the build takes over from `public`. */
const isPacked = (file: string) =>
  Object.values(PACKED_DOCS).includes(file) || (file.startsWith("dist/") && existsSync(file.replace("dist", "public")));

test.each(Object.entries(PACKED_DOCS))("no link of %s is dead in the package", (source, packed) => {
  const text = packedText(source);
  const targets = [...text.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)].map(([, target = ""]) => target);
  const dead = targets.filter(
    (target) => !/^https?:/.test(target) && !isPacked(posix.join(posix.dirname(packed), target)),
  );
  expect(dead).toEqual([]);
  expect(text).toContain(" in the repository)");
});

test("the schemas that the package's README names are links into the package", () => {
  expect(packedText("docs/testing.md")).toContain("[schema](dist/schema/apo-state-1.json)");
});
