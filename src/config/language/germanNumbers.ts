/** A number as this page writes them in English: commas between thousands, a point; part of no name, address or version. */
const NUMBER = /(?<![\p{L}\d_./:])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?!\d)(?!\.\p{L}|[./_]\d)/gu;

const SWAPPED: Readonly<Record<string, string>> = { ",": ".", ".": "," };

/** The numbers of a text in German: a comma before decimals, a point between thousands; so a pair of them is parted by a semicolon. */
export function germanNumbers(text: string): string {
  if (!/\d[.,]\d/.test(text) || text.includes("://")) return text;
  return text
    .replace(/(?<=\d\.\d+), (?=[+−-]?\d+\.\d)/g, "; ")
    .replace(NUMBER, (number) => number.replace(/[.,]/g, (sign) => SWAPPED[sign] ?? sign));
}
