import { expect, test } from "vitest";
import { shareOfQ } from "./shareOfQ";

test("a share is a whole percent, and one that is paid is never said to be nothing", () => {
  expect(shareOfQ(0.27, 1)).toBe("27\u2009%");
  expect(shareOfQ(0.0049, 1)).toBe("under 1\u2009%");
  expect(shareOfQ(0.0051, 1)).toBe("1\u2009%");
  expect(shareOfQ(0, 1)).toBe("0\u2009%");
});
