import type { ExperimentStore } from "../experiment/experimentStore";
import { isShortened, selectLink } from "../link/linkSelectors";
import type { BrowserPage } from "./page";

/** The address bar follows the state this long after its last change. */
const LINK_DELAY_MS = 300;

/** Browsers refuse more than some hundred changes of it in some ten seconds. */
const REFUSED_DELAY_MS = 10_000;

/** Theme at once, link after a pause in the changes. */
export function followWithAddress(store: ExperimentStore, page: BrowserPage): void {
  let written: string | null = null;
  let shownTheme: string | null = null;
  let isWaiting = false;
  let shortened: string | null = null;
  const wait = (ms: number) => {
    isWaiting = true;
    page.after(ms, writeLink);
  };
  const writeLink = () => {
    isWaiting = false;
    const state = store.getState();
    const stateLink = selectLink(state);
    if (stateLink.link !== written) {
      const isWritten = page.replaceSearch(stateLink.link);
      if (isWritten) written = stateLink.link;
      else wait(REFUSED_DELAY_MS);
    }
    if (!isShortened(stateLink) || shortened === state.experiment) return;
    shortened = state.experiment; // said once for each
    void import("../actions/tellShortened").then(({ tellShortened }) =>
      store.setState(tellShortened(store.getState(), stateLink), true),
    );
  };
  const follow = () => {
    const { theme } = store.getState().display;
    const own = theme === "light" || theme === "dark" ? theme : null;
    if (own !== shownTheme) page.setTheme(own);
    shownTheme = own;
    if (!isWaiting) wait(LINK_DELAY_MS);
  };
  follow();
  store.subscribe(follow);
}
