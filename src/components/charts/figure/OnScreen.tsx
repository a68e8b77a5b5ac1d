import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** Whether a figure is seen, and who wants to know when it comes into sight. */
export interface Sight {
  isSeen: boolean;
  /** Calls back whenever it comes into sight; returns what ends this. */
  onSeen(callback: () => void): () => void;
  /** Follows an element; returns what ends this. */
  watch(element: Element): () => void;
}

/** Drawn a little before it is scrolled into sight. */
const MARGIN = "200px";

/** A sight that nothing is known of counts as seen. */
function createSight(): Sight {
  const callbacks = new Set<() => void>();
  const sight: Sight = {
    isSeen: true,
    onSeen(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    watch(element) {
      const observer = new IntersectionObserver(
        (entries) => {
          const wasSeen = sight.isSeen;
          sight.isSeen = entries.at(-1)?.isIntersecting ?? true;
          if (sight.isSeen && !wasSeen) for (const callback of callbacks) callback();
        },
        { rootMargin: MARGIN },
      );
      observer.observe(element);
      return () => {
        observer.disconnect();
        sight.isSeen = true;
      };
    },
  };
  return sight;
}

const SightContext = createContext<Sight | null>(null);

/** Figures within are drawn live only while they are on screen: what is out of sight waits until nothing trains. */
export function OnScreen({ children }: { children: ReactNode }) {
  const [sight] = useState(createSight);
  return <SightContext value={sight}>{children}</SightContext>;
}

/** The sight of the figure that this is part of; null where nobody looks after it. */
export function useSight(): Sight | null {
  return useContext(SightContext);
}

/** Lets an element decide whether its figure is seen. */
export function useWatched(element: Element | null): void {
  const sight = useSight();
  useEffect(() => (element && sight ? sight.watch(element) : undefined), [element, sight]);
}
