import { parseSync } from "@swc/core";
import { assembled, isMessage, withPlaceholders } from "./text";

type Node = { type: string; [key: string]: unknown };

/** Attributes that a reader never meets. */
const UNREAD = new Set(
  "className id type role href src scope key translate style d transform points viewBox fill stroke rel target htmlFor figure column preserveAspectRatio strokeDasharray textAnchor dominantBaseline popover popoverTarget symbol term part place testId columns".split(
    " ",
  ),
);

/** Elements whose text is code, or set by a machine. */
const UNREAD_ELEMENTS = new Set(["code", "pre", "style", "math"]);

/** Of TypeScript's own nodes those that hold a value. */
const VALUES = new Set(["TsAsExpression", "TsConstAssertion", "TsSatisfiesExpression", "TsNonNullExpression"]);

/** Calls whose strings are for programs. */
const UNREAD_CALLS =
  /^(Error|RangeError|TypeError|SyntaxError|DOMException|RegExp|Worker|querySelector(All)?|matches|closest|getContext|matchMedia|useMediaQuery|getAttribute|setAttribute|(add|remove)EventListener|startsWith|endsWith|includes|split|replace|replaceAll|invariant|warn|log|scoped|profile|createElement|dispatchEvent|CustomEvent|getPropertyValue|setProperty|toLocaleString|stream)$/;

/** Fields of tables whose text is read even if it is one small word; of `names` all of its fields. */
const READ_KEYS = new Set(["word", "name", "names", "label", "title", "says", "metricUnit", "number"]);

/** What is made of parts that are read. */
const PASSED_ON = new Set(["ParenthesisExpression", "ObjectExpression"]);

const COMPARED = new Set(["===", "!==", "==", "!=", "in", "instanceof"]);

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

/** Operands of a chain of `+`, left to right; the node alone where it is none. */
function summands(node: Node): Node[] {
  const { type, operator, left, right, expression } = node;
  if (type === "ParenthesisExpression") return summands(expression as Node);
  return type === "BinaryExpression" && operator === "+"
    ? [...summands(left as Node), ...summands(right as Node)]
    : [node];
}

/** Text and the places of expressions of what is joined to one string. */
function partsOf(node: Node): (string | Node)[] {
  if (node.type === "StringLiteral") return [node.value as string];
  if (node.type !== "TemplateLiteral") return [node];
  const quasis = node.quasis as { cooked: string }[];
  const expressions = node.expressions as Node[];
  return quasis.flatMap(({ cooked }, at) => [cooked, ...(expressions[at] ? partsOf(expressions[at] as Node) : [])]);
}

/** What JSX makes of a text with line breaks. */
function jsxText(value: string): string {
  const lines = value.split("\n");
  return lines
    .map((line, at) => {
      const begun = at === 0 ? line : line.trimStart();
      return at === lines.length - 1 ? begun : begun.trimEnd();
    })
    .filter((line) => line !== "")
    .join(" ");
}

function nameOf({ opening }: Node): string {
  const { name } = opening as { name: Node };
  return name.type === "Identifier" ? (name.value as string) : "";
}

/** What says its own language. */
function isUntranslated({ opening }: Node): boolean {
  const { attributes } = opening as { attributes: Node[] };
  return attributes.some(({ name }) => isNode(name) && name.value === "lang");
}

/** Children of an element as the text and the places that a reader meets. */
function childParts(children: readonly Node[]): (string | Node)[] {
  return children.flatMap((child): (string | Node)[] => {
    if (child.type === "JSXText") return [jsxText(child.value as string)];
    if (child.type !== "JSXExpressionContainer") return [child];
    const expression = child.expression as Node;
    if (expression.type === "JSXEmptyExpression") return [];
    return expression.type === "NumericLiteral" ? [String(expression.value)] : partsOf(expression);
  });
}

function calledName({ type, callee }: Node): string {
  if ((type !== "CallExpression" && type !== "NewExpression") || !isNode(callee)) return "";
  const last = callee.type === "MemberExpression" ? callee.property : callee;
  return isNode(last) && typeof last.value === "string" ? last.value : "";
}

/** All messages of a module, in their order, each once. */
export function messagesIn(source: string, isComponent: boolean): string[] {
  const found = new Set<string>();
  const add = (text: string, isPart: boolean) => {
    if (isMessage(text, isPart)) found.add(text);
  };
  const take = (parts: readonly (string | Node)[], isPart: boolean) => {
    add(assembled(parts.map((part) => (typeof part === "string" ? part : null))), isPart);
    for (const part of parts) if (typeof part !== "string") visit(part, true);
  };
  const visit = (value: unknown, isPart = false): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, isPart);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if (!isNode(value)) {
      for (const one of Object.values(value)) visit(one, isPart);
      return;
    }
    const { type } = value;
    if (type === "ImportDeclaration" || type === "ExportNamedDeclaration" || type === "ExportAllDeclaration") return;
    if (type.startsWith("Ts") && !VALUES.has(type)) return;
    if (type === "JSXAttribute" && UNREAD.has((value.name as Node).value as string)) return;
    if (UNREAD_CALLS.test(calledName(value))) {
      // what is asked of a text may be made of texts
      visit(value.callee);
      for (const one of (value.arguments ?? []) as { expression: Node }[]) {
        if (!["StringLiteral", "TemplateLiteral", "BinaryExpression"].includes(one.expression.type)) visit(one);
      }
      return;
    }
    if (type === "JSXElement" || type === "JSXFragment") {
      if (type === "JSXElement") visit((value.opening as Node).attributes);
      const isCode = type === "JSXElement" && (UNREAD_ELEMENTS.has(nameOf(value)) || isUntranslated(value));
      if (!isCode) take(childParts(value.children as Node[]), true);
      return;
    }
    if (type === "KeyValueProperty") {
      visit(value.value, isPart || READ_KEYS.has((value.key as Node).value as string));
      return;
    }
    if (type === "BinaryExpression" && COMPARED.has(value.operator as string)) {
      for (const side of [value.left, value.right] as Node[]) if (side.type !== "StringLiteral") visit(side);
      return;
    }
    if (type === "SwitchCase") {
      visit(value.consequent, isPart);
      return;
    }
    if (type === "ConditionalExpression") {
      visit(value.test);
      visit([value.consequent, value.alternate], isPart);
      return;
    }
    if (type === "StringLiteral") {
      add(withPlaceholders(value.value as string), isPart);
      return;
    }
    if (type === "TemplateLiteral" || (type === "BinaryExpression" && value.operator === "+")) {
      const parts = summands(value).flatMap(partsOf);
      if (parts.some((part) => typeof part === "string")) {
        take(parts, false);
        return;
      }
    }
    const { callee, ...rest } = value;
    if (callee) visit(callee);
    for (const one of Object.values(rest)) visit(one, PASSED_ON.has(type) && isPart);
  };
  visit(parseSync(source, { syntax: "typescript", tsx: isComponent, target: "es2022" }).body);
  return [...found];
}
