import { useEffect, useRef, useState } from "react";

/** A screen reader hears of changes at most so often. */
const QUIET_MS = 5000;

/** The text to be spoken: as it changes, but not more often than every five seconds, and the last one in any case. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState(text);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === spoken) return;
    const say = () => {
      lastAt.current = performance.now();
      setSpoken(text);
    };
    const timer = setTimeout(say, Math.max(0, lastAt.current + QUIET_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [text, spoken]);
  return spoken;
}
