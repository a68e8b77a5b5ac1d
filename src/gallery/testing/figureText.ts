/** Names that are numbered anew in every page: recharts' clip paths, React's ids (in base 32, so also without a digit). */
const NUMBERED = /(?:(recharts|:r)\w*\d[\w-]*|(_r_)[0-9a-v]+_)/g;

/** Attributes that say nothing of what is seen, or hang on the fonts of the machine. */
const LEFT_OUT = ["id", "tabindex", "xmlns", "role"];

/** Words of an attribute in a line: counted, not measured, so that a longer number moves no other line. */
const WORDS = 14;

const rounded = (text: string) =>
  text
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1)) + 0))
    .replace(NUMBERED, "$1$2");

/** A path with a space before each command, so that its lines can break there. */
const spaced = (path: string) => path.replace(/(?<=.)(?=[MLHVCSQTAZ])/gi, " ");

function attributesOf(element: Element): string {
  return [...element.attributes]
    .filter(({ name, value }) => !LEFT_OUT.includes(name) && !name.startsWith("aria-") && value !== "")
    .map(({ name, value }) => ` ${name}="${name === "class" ? value : rounded(name === "d" ? spaced(value) : value)}"`)
    .join("");
}

/** A long tag in lines that break at spaces. */
function wrapped(tag: string, indent: string): string {
  const words = tag.split(" ");
  const lines = Array.from({ length: Math.ceil(words.length / WORDS) }, (_, line) =>
    words.slice(WORDS * line, WORDS * (line + 1)).join(" "),
  );
  return lines.join(`\n${indent}    `);
}

function linesOf(node: Node, indent: string): string[] {
  if (node instanceof Text) {
    const text = node.data.trim();
    return text === "" ? [] : [indent + text];
  }
  if (!(node instanceof Element)) return [];
  const name = node.tagName.toLowerCase();
  const open = wrapped(`<${name}${attributesOf(node)}>`, indent);
  const inside = [...node.childNodes].flatMap((child) => linesOf(child, `${indent}  `));
  return [indent + open, ...inside];
}

const textsOf = (figure: Element, selector: string) =>
  [...figure.querySelectorAll(selector)].flatMap(({ textContent }) => textContent?.trim() || []);

/** One figure: caption, what it says in words, and its SVG; or, where it has none, its text. */
function figureLines(figure: Element): string[] {
  const drawings = [...figure.querySelectorAll("svg:not(.icon, .swatch)")].filter(
    (svg) => !svg.parentElement?.closest("svg"),
  );
  return [
    `# ${figure.getAttribute("aria-label")}`,
    ...textsOf(figure, "figcaption").map((text) => `caption: ${text}`),
    ...textsOf(figure, ":scope > p").map((text) => `words: ${text}`),
    ...textsOf(figure, ".rest-of-runs li").map((text) => `in the list of the rest: ${text}`),
    ...drawings.flatMap((svg) => linesOf(svg, "")),
    ...(drawings.length === 0 ? textsOf(figure, "th, td").map((text) => `text: ${text}`) : []),
    "",
  ];
}

/** What the figures of a case draw, as text that a person can review, to a tenth of a pixel. */
export function figureText(root: Element): string {
  return [...root.querySelectorAll("figure")].flatMap(figureLines).join("\n");
}
