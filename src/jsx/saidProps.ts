import { cloneElement, Fragment, isValidElement, type ReactNode } from "react";
import { ELEMENTS } from "../config/language/translator";

/** Attributes that a person reads or hears. */
const ATTRIBUTES = [
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
  "data-k",
] as const;

/** What is code, or a person's own text. So is what says its language. */
const UNREAD: ReadonlySet<unknown> = new Set(["code", "pre", "style", "math", "textarea"]);

type Props = { children?: ReactNode; value?: unknown; lang?: unknown } & Partial<
  Record<(typeof ATTRIBUTES)[number], unknown>
>;

type Say = (text: string) => string;

/** Properties of an element with its texts as `say` has them; a component's own are left to what it draws. */
export function saidProps(type: unknown, props: Props, say: Say): Props {
  if ((typeof type !== "string" && type !== Fragment) || UNREAD.has(type) || props.lang !== undefined) return props;
  let next = props;
  for (const name of ATTRIBUTES) {
    const text = props[name];
    const told = typeof text === "string" ? say(text) : text;
    if (told !== text) next = { ...next, [name]: told };
  }
  const { children } = props;
  const said = saidChildren(children, say);
  if (said === children) return next;
  // an option without a value has its text for one
  const isOption = type === "option" && props.value === undefined;
  return { ...next, children: said, ...(isOption ? { value: children } : {}) };
}

const isText = (child: ReactNode): child is string | number => typeof child === "string" || typeof child === "number";

function saidChildren(children: ReactNode, say: Say): ReactNode {
  if (isText(children)) {
    const told = say(String(children));
    return told === String(children) ? children : told;
  }
  return Array.isArray(children) ? saidList(children, say) : children;
}

/** Texts and numbers of a list are one text, with what stands between them in their places; these keep what they hold by their keys. */
function saidList(children: readonly ReactNode[], say: Say): readonly ReactNode[] {
  const others: ReactNode[] = [];
  const mark = (child: ReactNode, at: number): string => {
    if (child === null || child === undefined || typeof child === "boolean") return "";
    if (isText(child)) return String(child);
    others.push(keyed(Array.isArray(child) ? saidList(child, say) : child, at));
    return String.fromCharCode(ELEMENTS + others.length - 1);
  };
  if (!children.some(isText)) {
    const isNested = children.some((child) => Array.isArray(child));
    return isNested ? children.map((child) => (Array.isArray(child) ? saidList(child, say) : child)) : children;
  }
  return say(children.map(mark).join(""))
    .split(/([\ue000-\uf8ff])/)
    .map((part, at) => (at % 2 === 0 ? part : others[part.charCodeAt(0) - ELEMENTS]))
    .filter((part) => part !== "");
}

const keyed = (child: ReactNode, at: number): ReactNode =>
  isValidElement(child) && child.key === null ? cloneElement(child, { key: `at ${at}` }) : child;
