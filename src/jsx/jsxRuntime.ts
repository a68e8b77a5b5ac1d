import { Fragment, jsx as reactJsx } from "react/jsx-runtime";
import { speech } from "../config/language/said";

export type { JSX } from "react";
export { Fragment };

type Create = typeof reactJsx;

/** React's own; the texts of elements in the page's language. */
export const jsx: Create = (type, props, key) =>
  reactJsx(type, speech ? speech.props(type, props as object) : props, key);

/** The same function, of several children: what tells them apart in React is `jsxDEV`. */
export { jsx as jsxs };
