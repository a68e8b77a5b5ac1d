import { useEffect, useMemo } from "react";
import { selectTransport } from "../../store/bar/barSelectors";
import { postToHost } from "../../store/embed/host";
import type { EmbedKeys } from "../../store/experiment/embedChoice";
import { experimentStore } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { type Shortcuts, TYPED, useShortcuts } from "../ui/useShortcuts";
import { ELSE_OF_HOST, OF_HOST, takeForHost } from "./hostKeys";

/** Gives the host the keys that are its own, and those that nothing here has used; with `own` a few keys act in the figure. */
export function useEmbedKeys(keys: EmbedKeys): void {
  const actions = useActions();
  const shortcuts = useMemo((): Shortcuts => {
    if (keys === "none") return new Map();
    const transport = () => selectTransport(experimentStore.getState());
    return new Map([
      [" ", () => transport().canPlay && actions.togglePlay()],
      ["ArrowRight", () => transport().canStep && actions.step()],
      ["r", () => transport().canReset && actions.reset()],
    ]);
  }, [actions, keys]);
  useShortcuts(shortcuts, { hasCharacters: true });
  useEffect(() => {
    if (parent === window) return;
    const give = (event: KeyboardEvent) => postToHost(takeForHost(event));
    const isTyping = ({ target }: KeyboardEvent) => target instanceof Element && target.closest(`${TYPED}, dialog`);
    const first = (event: KeyboardEvent) => {
      if (OF_HOST.test(event.key) && !isTyping(event)) give(event);
    };
    const last = (event: KeyboardEvent) => {
      if (ELSE_OF_HOST.test(event.key) && !event.defaultPrevented && !isTyping(event)) give(event);
    };
    addEventListener("keydown", first, true);
    addEventListener("keydown", last);
    return () => {
      removeEventListener("keydown", first, true);
      removeEventListener("keydown", last);
    };
  }, []);
}
