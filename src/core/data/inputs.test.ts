import { describe, expect, it } from "vitest";
import { allNumbers, byteInputs, type Crop, gatherCrops, gatherRows } from "./inputs";

const MOMENTS = [
  { mean: 100, deviation: 50 },
  { mean: 10, deviation: 4 },
];
/** Two images [2, 3, 2]; each byte tells image, row, column and channel. */
const byteAt = (image: number, y: number, x: number, channel: number) => 100 * image + 20 * y + 3 * x + channel;
const bytes = new Uint8Array(2 * 2 * 3 * 2);
for (let image = 0; image < 2; image++)
  for (let y = 0; y < 2; y++)
    for (let x = 0; x < 3; x++)
      for (let channel = 0; channel < 2; channel++)
        bytes[((image * 2 + y) * 3 + x) * 2 + channel] = byteAt(image, y, x, channel);
const images = byteInputs(bytes, MOMENTS);
const numberOf = (byte: number, channel: number) => {
  const { mean, deviation } = MOMENTS[channel] as { mean: number; deviation: number };
  return Math.fround((byte - mean) / deviation);
};

describe("inputs in bytes", () => {
  it("become (byte − mean) / deviation of their channel, rounded once", () => {
    const expected = Array.from(bytes, (byte, i) => numberOf(byte, i % 2));
    expect(Array.from(allNumbers(images))).toEqual(expected);
    expect(Array.from(gatherRows(images, [1, 0, 1], 12))).toEqual(
      [1, 0, 1].flatMap((row) => expected.slice(12 * row, 12 * row + 12)),
    );
  });

  it("are gathered as numbers that are kept as numbers are", () => {
    const numbers = Float32Array.from({ length: 6 }, (_, i) => i / 7);
    expect(gatherRows(numbers, [2, 0], 2)).toEqual(Float32Array.of(4 / 7, 5 / 7, 0, 1 / 7));
    expect(allNumbers(numbers)).toBe(numbers);
  });

  it("stay as they are where the crop moves nothing", () => {
    const still = (): Crop => ({ down: 0, right: 0, isMirrored: false });
    expect(gatherCrops(images, [1, 0], [2, 3, 2], still)).toEqual(gatherRows(images, [1, 0], 12));
  });

  it("may lie in a file that gives each part in the same place", () => {
    const part = new Uint8Array(12);
    const file = {
      length: bytes.length,
      subarray(from: number, to: number) {
        part.set(bytes.subarray(from, to));
        return part.subarray(0, to - from);
      },
    };
    const kept = byteInputs(file, MOMENTS);
    expect(gatherRows(kept, [1, 0, 1], 12)).toEqual(gatherRows(images, [1, 0, 1], 12));
    const moved = (row: number): Crop => ({ down: row, right: -1, isMirrored: row === 1 });
    expect(gatherCrops(kept, [1, 0], [2, 3, 2], moved)).toEqual(gatherCrops(images, [1, 0], [2, 3, 2], moved));
  });

  const crops: [name: string, crop: Crop][] = [];
  for (const down of [-4, -2, -1, 0, 1, 4])
    for (const right of [-4, -3, -1, 0, 2, 3])
      for (const isMirrored of [false, true])
        crops.push([`${down} down, ${right} right${isMirrored ? ", mirrored" : ""}`, { down, right, isMirrored }]);

  it.each(crops)("are cut out with black around them, then mirrored: %s", (_, crop) => {
    const shown = gatherCrops(images, [1], [2, 3, 2], () => crop);
    const expected: number[] = [];
    for (let y = 0; y < 2; y++)
      for (let x = 0; x < 3; x++) {
        const [fromY, fromX] = [y + crop.down, (crop.isMirrored ? 2 - x : x) + crop.right];
        const isInside = fromY >= 0 && fromY < 2 && fromX >= 0 && fromX < 3;
        for (const channel of [0, 1]) expected.push(numberOf(isInside ? byteAt(1, fromY, fromX, channel) : 0, channel));
      }
    expect(Array.from(shown)).toEqual(expected);
  });

  it("are cut out by the crop of their own row", () => {
    const cropOf = (row: number): Crop => ({ down: row, right: 0, isMirrored: false });
    const both = gatherCrops(images, [1, 0], [2, 3, 2], cropOf);
    expect(both.slice(12)).toEqual(gatherRows(images, [0], 12));
    expect(both.slice(0, 6)).toEqual(gatherRows(images, [1], 12).slice(6)); // its second row comes first
    expect(Array.from(both.slice(6, 12))).toEqual([0, 1, 2].flatMap(() => [numberOf(0, 0), numberOf(0, 1)]));
  });
});
