import { createContext, useContext } from "react";

/** What a part of the page can open that lies elsewhere on it. */
export interface PageWays {
  openDialog(id: "poster" | "glossary"): void;
  /** What a word of the glossary means, beside the button that asked. */
  openWord(word: string, button: HTMLButtonElement): void;
}

const PageWaysContext = createContext<PageWays | null>(null);

/** Gives everything below it the ways of the page. */
export const PageWaysProvider = PageWaysContext.Provider;

/** The ways of the page; null where there are none, as in an embed. */
export function usePageWays(): PageWays | null {
  return useContext(PageWaysContext);
}
