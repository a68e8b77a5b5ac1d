import { type ReactNode, type ReactPortal, useCallback, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { said } from "../../config/language/said";

/** A second window for the speaker, or a panel where the browser opens none. */
export interface NotesWindow {
  isOpen: boolean;
  isPanel: boolean;
  /** Of the window; null while there is none. */
  document: Document | null;
  toggle(): void;
  /** What stands in the window, to be drawn with the page. */
  drawn(content: ReactNode): ReactPortal | null;
}

/** Looks this often whether the window was closed: some browsers do not tell. */
const LOOK_MS = 500;

/** Opens and closes the speaker's window. It is an empty one of this page, with its styles and no script of its own. */
export function useNotesWindow(): NotesWindow {
  const [opened, setOpened] = useState<Window | null>(null);
  const [isPanel, setPanel] = useState(false);
  useEffect(() => {
    if (!opened) return;
    const timer = setInterval(() => opened.closed && setOpened(null), LOOK_MS);
    const close = () => opened.close();
    addEventListener("pagehide", close);
    return () => {
      clearInterval(timer);
      removeEventListener("pagehide", close);
      close();
    };
  }, [opened]);
  const toggle = useCallback(() => {
    if (opened) return setOpened(null);
    if (isPanel) return setPanel(false);
    const next = window.open("", "", "popup,width=720,height=640");
    if (next) dress(next);
    setOpened(next);
    setPanel(next === null);
  }, [opened, isPanel]);
  return {
    isOpen: opened !== null,
    isPanel,
    document: opened?.document ?? null,
    toggle,
    drawn: (content) => opened && createPortal(content, opened.document.body),
  };
}

/** Gives an empty window the page's styles, language and theme, by elements alone: no policy of the page is in the way. */
function dress({ document: own }: Window): void {
  own.title = said("Notes: APO Lab");
  own.documentElement.lang = document.documentElement.lang;
  Object.assign(own.documentElement.dataset, document.documentElement.dataset);
  own.body.className = "notes-window";
  for (const sheet of document.querySelectorAll<HTMLElement>("link[rel=stylesheet], style")) {
    const copy = own.importNode(sheet, true);
    if (sheet instanceof HTMLLinkElement) copy.setAttribute("href", sheet.href);
    own.head.append(copy);
  }
}
