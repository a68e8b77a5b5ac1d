import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { onPath } from "../scripts/programs.mjs";

/** An SVG file as another program draws it, as PNG; null where rsvg-convert is not installed. */
export async function renderedElsewhere(svg: Buffer): Promise<Buffer | null> {
  const program = onPath("rsvg-convert");
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), "apo-svg-"));
  try {
    const [from, to] = [join(folder, "figure.svg"), join(folder, "figure.png")];
    writeFileSync(from, svg);
    await promisify(execFile)(program, [from, "-o", to]); // a status other than 0 throws, with what the program said
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * How much alike two pictures look, 1 the same: the correlation of what is drawn in squares of 6 pixels, the second picture's corner
 * lying at (offset, offset) of the first.
 */
export function likeness(page: Page, first: Buffer, second: Buffer, offset: number): Promise<number> {
  return page.evaluate(
    async ([a, b, shift]) => {
      const squares = async (base64: string, from: number, width: number, height: number) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const [columns, rows] = [Math.floor(width / 6), Math.floor(height / 6)];
        const context = new OffscreenCanvas(6 * columns, 6 * rows).getContext("2d");
        if (!context) throw new Error("no canvas");
        context.drawImage(bitmap, 0, 0); // its first pixel is of what lies behind it, and so is all beyond its end
        context.fillStyle = `rgb(${context.getImageData(0, 0, 1, 1).data.slice(0, 3).join(" ")})`;
        context.fillRect(0, 0, 6 * columns, 6 * rows);
        context.drawImage(bitmap, -from, -from);
        const { data } = context.getImageData(0, 0, 6 * columns, 6 * rows);
        const sums = new Float64Array(columns * rows);
        for (let at = 0; at < data.length; at += 4) {
          const [x, y] = [(at / 4) % (6 * columns), Math.floor(at / 4 / (6 * columns))];
          const square = Math.floor(y / 6) * columns + Math.floor(x / 6);
          sums[square] = (sums[square] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
        }
        return sums;
      };
      const sizeOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], { type: "image/png" }));
      };
      const { width, height } = await sizeOf(b);
      const [one, other] = [await squares(a, shift, width, height), await squares(b, 0, width, height)];
      const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const [p, q] = [mean(one), mean(other)];
      let [both, firsts, seconds] = [0, 0, 0];
      for (let at = 0; at < one.length; at++) {
        const [u, v] = [(one[at] ?? 0) - p, (other[at] ?? 0) - q];
        both += u * v;
        firsts += u * u;
        seconds += v * v;
      }
      return both / Math.sqrt(firsts * seconds);
    },
    [first.toString("base64"), second.toString("base64"), offset] as const,
  );
}
