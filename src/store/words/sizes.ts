const UNITS = ["", "k", "M", "G", "T"] as const;

/** Three digits and a unit of a thousand: "176 k", "4.35 k", "512". */
function thousands(count: number): string {
  const power = count < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  const digits = power === 0 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
  // 999,600 is 1 M, not 1000 k
  if (digits === "1000") return thousands(1000 ** (power + 1));
  return [digits, UNITS[power]].filter(Boolean).join(" ");
}

/** "176 k parameters" */
export const parametersText = (count: number): string => `${thousands(count)} parameters`;

/** "17.8 MFLOP": multiplications and additions. */
export function flopText(operations: number): string {
  const [digits = "0", unit = ""] = thousands(operations).split(" ");
  return `${digits} ${unit}FLOP`;
}
