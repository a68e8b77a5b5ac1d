import { type ElementType, Fragment, type Key, type ReactElement } from "react";
import { type JSXSource, jsxDEV as reactJsxDev } from "react/jsx-dev-runtime";
import { speech } from "../config/language/said";

export type { JSX } from "react";
export { Fragment };

/** What Vite's development server makes of an element: React's own, its texts in the page's language. */
export const jsxDEV = (
  type: ElementType,
  props: object,
  key: Key | undefined,
  isStatic: boolean,
  source?: JSXSource,
  self?: unknown,
): ReactElement => reactJsxDev(type, speech ? speech.props(type, props) : props, key, isStatic, source, self);
