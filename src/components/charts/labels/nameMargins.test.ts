import { describe, expect, test } from "vitest";
import { LEAST_SHARE, nameMargins, SHARE_WITH_VALUES } from "./nameMargins";

const size = (width: number, unit = 1) => ({ width, height: 200, unit });
const shareOf = (width: number, left: number, right: number) => (width - left - right) / width;

describe("room beside a plot", () => {
  test("names and values take what they need where the plot keeps its share", () => {
    const { margins, hasValues } = nameMargins(size(468), 32, { name: 42, value: 48 });
    expect(hasValues).toBe(true);
    expect(margins).toMatchObject({ left: 32, right: 15 + 42 + 1 + 8 + 48 });
  });

  test("values give way before names, and a name that is too long takes no more from the plot", () => {
    expect(nameMargins(size(468), 32, { name: 107, value: 48 })).toMatchObject({
      hasValues: false,
      margins: { right: 15 + 107 + 1 },
    });
    expect(nameMargins(size(300), 32, { name: 107, value: 48 }).margins.right).toBeLessThan(123);
  });

  test.each([288, 356, 468, 748, 968])("the plot of a figure of %i px takes its share, whatever the names", (width) => {
    for (const unit of [1, 16 / 13])
      for (const name of [0, 42, 107, 400]) {
        const { margins, hasValues } = nameMargins(size(width, unit), 40, { name, value: 56 });
        const least = hasValues ? SHARE_WITH_VALUES : LEAST_SHARE;
        expect(shareOf(width, unit * margins.left, unit * margins.right)).toBeGreaterThan(least - 2 / width);
      }
  });
});
