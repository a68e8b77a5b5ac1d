/** What a pasted text is taken for by its beginning: a saved experiment or run, or lines of a table. Null where it is neither. */
export function pastedFile(text: string): File | null {
  const body = text.trim();
  if (body.startsWith("{")) return new File([text], "pasted.json", { type: "application/json" });
  return /[\r\n]/.test(body) ? new File([text], "pasted.csv", { type: "text/csv" }) : null;
}
