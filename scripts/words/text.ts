/** A text of parts, each `null` an expression that becomes {0}, {1}, ...; spaces as JSX has them. */
export function assembled(parts: readonly (string | null)[]): string {
  let count = 0;
  const text = parts.map((part) => (part === null ? `{${count++}}` : liveless(part, () => count++))).join("");
  return text.replace(/\s+/g, " ").trim();
}

/** A scene's or lesson's live value, as {rate eta-1e-4}, stands for a number that is drawn in its place. */
const liveless = (text: string, next: () => number): string => text.replace(/\{[a-z][\w .-]*\}/gi, () => `{${next()}}`);

/** A string's own message. */
export const withPlaceholders = (text: string): string => assembled([text]);

/** Words of programs: functions of CSS, media queries, addresses, selectors, one word in camel case or with a dot or slash in it. */
const CODE =
  /^[\w-]+\([^ ]*[,)]|^[@#.[]\S|^\([\w-]+:|^\w+:\/\/|^\S*[/\\.=_][^\s.]\S*$|^[a-z]+[A-Z]\S*$|^[A-Z]\w*[a-z][A-Z]\w*$|^\w+\/\w+;|^(url|var|calc|min|max|clamp|hsl|rgb|rotate|translate|scale|color-mix)\(|^[-a-z ]+:[^ ]|^M\{0\}/;

/** Whether a text is one that a person reads, by its looks: a space or a capital; a part of a sentence may be a single word. */
export function isMessage(text: string, isPart: boolean): boolean {
  const words = text.replace(/\{\d+\}/g, " ");
  if (!/\p{L}{2}/u.test(words) || CODE.test(text)) return false;
  if (isPart) return !/^(?!meta-)[a-z]+(-[a-z]+)+$|^(bus|dense1|gd|key|precision|ready|resize)$/.test(text);
  return /^\p{Lu}/u.test(text) || /\S \S/.test(text);
}
