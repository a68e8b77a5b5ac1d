import { type OfflineState, useOffline } from "../store/offline/offlineStore";

/** Whether the page works without a network, and how much is stored for it. */
export function OfflineWords() {
  const state = useOffline();
  return (
    <p>
      <b>Without a network.</b> <span>{wordsOf(state)}</span>
    </p>
  );
}

function wordsOf({ status, stored, of, bytes }: OfflineState): string {
  const files = `${stored} of ${of} files, ${(bytes / 1e6).toFixed(1)} MB`;
  switch (status) {
    case "none":
      return "serviceWorker" in navigator
        ? "Nothing of the page is stored in this browser yet."
        : "This browser stores no pages here, so each visit takes the network. All else works.";
    case "storing":
      return `The page is being stored in this browser, with its data: ${files}.`;
    case "partly":
      return `The page is stored, but not all of its data: ${files}. The rest is asked for again.`;
    case "ready":
      return `All of the page works, with its data: ${files}, are stored in this browser.`;
  }
}
