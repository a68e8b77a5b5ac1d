import { encode } from "uqr";
import { expect, test } from "vitest";
import { QR_LETTERS, qrDrawing } from "./qrModules";

const LINK = "https://example.org/apo/?v=1&task=sine&opt=apo-p,sgdm&seed=8&look=120";

/** Black squares of a drawing. */
function squares(text: string): { size: number; has(x: number, y: number): boolean } {
  const drawing = qrDrawing(text);
  if (!drawing) throw new Error("no drawing");
  const black = new Set([...drawing.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const quiet = 4;
  return { size: drawing.size - 2 * quiet, has: (x, y) => black.has(`${x + quiet} ${y + quiet}`) };
}

const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Reads a code of one block as a camera does, by ISO/IEC 18004: mask from the format bits, then pairs of columns from the right. */
function read(text: string): string {
  const { size, has } = squares(text);
  const { types } = encode(text, { border: 0, ecc: "L", boostEcc: true });
  const format = [2, 3, 4].map((x) => Number(has(x, 8))).join("");
  const mask = MASKS[Number.parseInt(format, 2) ^ 0b101];
  const bits: number[] = [];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (types[y]?.[x] !== 0) continue;
        bits.push(Number(has(x, y)) ^ Number(mask?.(x, y) === 0));
      }
  }
  const number = (from: number, count: number) => Number.parseInt(bits.slice(from, from + count).join(""), 2);
  expect(number(0, 4)).toBe(4); // bytes
  return String.fromCharCode(...Array.from({ length: number(4, 8) }, (_, at) => number(12 + 8 * at, 8)));
}

test("a QR code reads back as the link, and as another for another link", () => {
  expect(read(LINK)).toBe(LINK);
  expect(read(LINK.replace("look=120", "look=121"))).toBe(LINK.replace("look=120", "look=121"));
});

test("the longest link that fits has 2,953 letters; a longer one has no code", () => {
  const ofLength = (length: number) => LINK.padEnd(length, "a");
  expect(squares(ofLength(QR_LETTERS)).size).toBe(177);
  expect(qrDrawing(ofLength(QR_LETTERS + 1))).toBeNull();
});
