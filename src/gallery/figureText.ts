/** Names that are numbered anew in every page: recharts' clip paths, React's ids. */
const NUMBERED = /(recharts|_r_|:r)\w*\d[\w-]*/g;

/** Attributes that say nothing of what is seen, or hang on the fonts of the machine. */
const LEFT_OUT = ["id", "tabindex", "xmlns", "role"];

/** Longest line of a path, so that a change shows where it is. */
const LINE = 110;

const rounded = (text: string) =>
  text
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1)) + 0))
    .replace(NUMBERED, "$1");

/** A path with a space before each command, so that its lines can break there. */
const spaced = (path: string) => path.replace(/(?<=.)(?=[MLHVCSQTAZ])/gi, " ");

function attributesOf(element: Element): string {
  return [...element.attributes]
    .filter(({ name, value }) => !LEFT_OUT.includes(name) && !name.startsWith("aria-") && value !== "")
    .map(({ name, value }) => ` ${name}="${name === "class" ? value : rounded(name === "d" ? spaced(value) : value)}"`)
    .join("");
}

/** Long attributes in lines that break at spaces. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
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

/** What a figure draws, as text that a person can review: its caption, its SVG to a tenth of a pixel, its summary in words. */
export function figureText(root: Element): string {
  const figures = [...root.querySelectorAll("figure")];
  return figures
    .flatMap((figure) => {
      const caption = figure.querySelector("figcaption")?.textContent ?? "";
      const drawings = [...figure.querySelectorAll("svg:not(.icon, .swatch)")].filter(
        (svg) => !svg.parentElement?.closest("svg"),
      );
      const summary = figure.querySelector(":scope > p.hidden")?.textContent ?? "";
      return [
        `# ${figure.getAttribute("aria-label")}`,
        `caption: ${caption}`,
        `summary: ${summary}`,
        ...drawings.flatMap((svg) => linesOf(svg, "")),
        "",
      ];
    })
    .join("\n");
}
