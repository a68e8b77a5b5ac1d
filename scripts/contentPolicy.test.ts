import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policyOf, WORKER_POLICY } from "./contentPolicy.mjs";

const page = readFileSync(new URL("../index.html", import.meta.url), "utf8");
const embedding = readFileSync(new URL("../docs/embedding.md", import.meta.url), "utf8");

test("the page's policy names each inline script and sheet by its hash, and lets no other in", () => {
  const policy = policyOf(page);
  const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const between = (start: string, end: string) => page.slice(page.indexOf(start) + start.length, page.indexOf(end));
  expect(policy).toContain(hashOf(between("<script>", "</script>")));
  expect(policy).toContain(hashOf(between("<style>", "</style>")));
  expect(policy.match(/sha256-/g)).toHaveLength(3); // with the sheet of a browser without scripts
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'? 'unsafe|\*|https?:/);
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("default-src 'none';");
});

test("the header that authors are told to send is the one that workers get here", () => {
  expect(embedding).toContain(`Content-Security-Policy: ${WORKER_POLICY}\n`);
});
