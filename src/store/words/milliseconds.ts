/** A time per step in so many digits, from 10 ms on in whole ones: "0.4", "12"; what would read 0 is below the last digit, "<0.1". */
export function formatMs(value: number, digits: number): string {
  const text = value.toFixed(value < 10 ? digits : 0);
  return Number(text) === 0 && value > 0 ? `<${10 ** -digits}` : text;
}
