import { encode } from "uqr";

/** Letters that the largest QR code holds at the correction level used, one byte each. */
export const QR_LETTERS = 2953;

/** White around a code, in modules: cameras need it. */
const QUIET = 4;

/** A QR code as squares of one unit. */
export interface QrDrawing {
  /** Units along each side, with the white around it. */
  size: number;
  /** Path of the black squares. */
  path: string;
}

/** The QR code of an address (ASCII, as addresses are written); null where it is longer than the largest holds. */
export function qrDrawing(text: string): QrDrawing | null {
  if (text.length > QR_LETTERS) return null;
  const { data, size } = encode(text, { border: QUIET, ecc: "L", boostEcc: true });
  const path = data.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
