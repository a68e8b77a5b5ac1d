import { useEffect, useRef, useState } from "react";

const REFRESH_MS = 3000;

/** The newest value, but not more often than every three seconds: for what is read, not watched. */
export function useCalm<Value>(value: Value): Value {
  const newest = useRef(value);
  const [calm, setCalm] = useState(value);
  newest.current = value;
  useEffect(() => {
    const timer = setInterval(() => setCalm(newest.current), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return calm;
}
