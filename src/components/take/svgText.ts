/** A text as XML may hold it, in an element or in an attribute; signs that XML has no place for are left out. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return allowed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Attributes in order; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}

/** A length in pixels with at most two decimals. */
export const px = (value: number): number => Math.round(value * 100) / 100;

/** A place on the page, in pixels. */
export interface PageBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The attributes of a rectangle as large as a box, or larger by so much on each side. */
export const rectangle = ({ left, top, right, bottom }: PageBox, by = 0) => ({
  x: px(left - by),
  y: px(top - by),
  width: px(right - left + 2 * by),
  height: px(bottom - top + 2 * by),
});
