import { inflateSync } from "node:zlib";

/** Objects of a PDF by number: what stands before the stream, and the stream itself, inflated. */
function objectsOf(pdf: Buffer): Map<number, { head: string; stream: string }> {
  const text = pdf.toString("latin1");
  const objects = new Map<number, { head: string; stream: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [, number = "", body = ""] = match;
    const [head = "", ...rest] = body.split(/stream\r?\n/);
    const packed = Buffer.from(rest.join("stream\n").replace(/\r?\nend$/, ""), "latin1");
    const isPacked = rest.length > 0 && head.includes("/FlateDecode");
    objects.set(Number(number), { head, stream: isPacked ? inflated(packed) : packed.toString("latin1") });
  }
  return objects;
}

function inflated(packed: Buffer): string {
  try {
    return inflateSync(packed).toString("latin1");
  } catch {
    return "";
  }
}

const units = (hex: string) => hex.match(/.{4}/g)?.map((unit) => Number.parseInt(unit, 16)) ?? [];
const letters = (hex: string) => String.fromCharCode(...units(hex));

/** Letters of a font's glyphs, from its ToUnicode map. */
function glyphLetters(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, part = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = "", to = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(Number.parseInt(glyph, 16), letters(to));
  for (const [, part = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low = "", high = "", to = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(low, 16);
      for (let glyph = first; glyph <= Number.parseInt(high, 16); glyph++)
        found.set(glyph, String.fromCharCode((units(to)[0] ?? 0) + glyph - first));
    }
  return found;
}

/** The text of a PDF as Chromium writes one (Skia names a font by the number of its object), each page's without any space. */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<number, Map<number, string>>();
  const fontOf = (number: number) => {
    const known = fonts.get(number);
    if (known) return known;
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? "")?.[1];
    const made = glyphLetters(objects.get(Number(map))?.stream ?? "");
    fonts.set(number, made);
    return made;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? "";
    let font = new Map<number, string>();
    let text = "";
    for (const [, name, hex = ""] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>/g)) {
      if (name !== undefined) font = fontOf(Number(name));
      else
        text += units(hex)
          .map((glyph) => font.get(glyph) ?? "")
          .join("");
    }
    return text.replace(/\s+/g, "");
  });
}
