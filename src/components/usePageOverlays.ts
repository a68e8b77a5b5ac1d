import { useMemo, useState } from "react";
import type { AskedWord } from "./article/glossary/askedWord";
import type { PageDialogId } from "./PageDialog";
import type { PageWays } from "./ui/pageWays";

type Overlay = PageDialogId | "drawer" | null;

export type PageOverlays = ReturnType<typeof usePageOverlays>;

/** What lies over the page: a dialog or the drawer, and the card of a word; with the ways by which parts of the page open them. */
export function usePageOverlays() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [asked, setAsked] = useState<AskedWord | null>(null);
  const ways = useMemo(
    (): PageWays => ({
      openDialog: setOverlay,
      openWord(word, button) {
        // a press of the button whose card is open closes it: the browser does that
        setAsked((before) => {
          if (before?.button === button) return before;
          const next: AskedWord = { word, button, close: () => setAsked((now) => (now === next ? null : now)) };
          return next;
        });
      },
    }),
    [],
  );
  return { overlay, setOverlay, asked, ways };
}
