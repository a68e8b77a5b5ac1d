import { expect, test } from "vitest";
import { KNOWN_TEST_IDS } from "../e2e/testIds";
import { codeIn, rowsOf, section } from "./documents";

test("docs/testing.md lists every test id of the page, and none else", () => {
  const listed = rowsOf(section("docs/testing.md", "### Test ids")).flatMap(([, ids = ""]) => codeIn(ids));
  expect(listed.toSorted()).toEqual(KNOWN_TEST_IDS.toSorted());
});
