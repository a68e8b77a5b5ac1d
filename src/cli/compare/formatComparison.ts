import type { ColumnDifference, Comparison, Tolerance } from "../../config/formulas/compareTraces";

const HEAD = ["run", "column", "steps", "largest", "at step", "a", "b", "first beyond"];

/** A number as it is read again. */
const numberText = (value: number | null) => (value === null ? "none" : String(value));

/** "1.2e-7" */
const differenceText = (largest: number) => (largest === 0 ? "0" : largest.toExponential(1));

/** The cells of a difference, below `HEAD`. */
function cellsOf({ run, column, steps, largest, at, firstBeyond }: ColumnDifference): string[] {
  const place = at ? [String(at.step), numberText(at.a), numberText(at.b)] : ["", "", ""];
  return [run, column, String(steps), differenceText(largest), ...place, firstBeyond === null ? "" : `${firstBeyond}`];
}

/** "the same within rtol 1e-5", or where the runs part first. */
function verdictOf({ columns, isSame }: Comparison, { rtol, atol }: Tolerance): string {
  const within = `rtol ${rtol}${atol > 0 ? `, atol ${atol}` : ""}`;
  const most = columns.reduce((largest, one) => Math.max(largest, one.largest), 0);
  const observed = `The largest difference is ${differenceText(most)}, relative.`;
  if (isSame) return `The same within ${within}. ${observed}`;
  const [first] = columns
    .filter(({ firstBeyond }) => firstBeyond !== null)
    .toSorted((a, b) => (a.firstBeyond ?? 0) - (b.firstBeyond ?? 0));
  if (!first) return `Not the same: ${columns.length === 0 ? "there is nothing that both have" : "runs are missing"}.`;
  return `Not the same within ${within}: first at step ${first.firstBeyond}, ${first.run}, ${first.column}. ${observed}`;
}

/** A table in plain text, and the verdict as its last line. */
export function formatComparison(comparison: Comparison, tolerance: Tolerance): string {
  const rows = [HEAD, ...comparison.columns.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...comparison.onlyInOne.map(({ text }) => text), verdictOf(comparison, tolerance)].join("\n");
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same as a page of its own, for an artifact of CI. */
export function comparisonPage(
  comparison: Comparison,
  tolerance: Tolerance,
  [a, b]: readonly [string, string],
): string {
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("");
  const body = comparison.columns
    .map((one) => `<tr${one.firstBeyond === null ? "" : ' class="beyond"'}>${cells(cellsOf(one), "td")}</tr>`)
    .join("\n");
  const notes = comparison.onlyInOne.map(({ text }) => `<p>${escaped(text)}</p>`).join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(a)} and ${escaped(b)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.75rem; text-align: right; border-bottom: 1px solid light-dark(#ddd, #444); }
th:nth-child(-n + 2), td:nth-child(-n + 2) { text-align: left; }
.beyond { color: light-dark(#a40e26, #ff8182); font-weight: 600; }
</style>
<h1>${escaped(verdictOf(comparison, tolerance))}</h1>
<p>a: ${escaped(a)}<br>b, the reference: ${escaped(b)}</p>
<div><table>
<thead><tr>${cells(HEAD, "th")}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>
${notes}
</html>
`;
}
