import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import { caseNamed } from "./allCases";
import { Case } from "./Case";
import { playCase } from "./playCase";

/** Draws a case by its name in place of the one before, with nothing of that one's own state left. */
export function showCase(root: Root, name: string): void {
  const shown = caseNamed(name);
  document.documentElement.dataset.mode = "test"; // nothing moves
  flushSync(() => root.render(null));
  const actions = playCase(shown);
  flushSync(() => root.render(<Case key={name} shown={shown} actions={actions} />));
  document.title = name; // it is there
}
