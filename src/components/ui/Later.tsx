import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { countWaiting } from "../../store/charts/drawTurns";

/** A script that is later than this is told of; it may still come. */
const PATIENCE_MS = 5000;

/** What gives a component once its script is here; the same function each time. */
export type FetchPart = () => Promise<ComponentType>;

const fetched = new Map<FetchPart, ComponentType>();
let coming = 0;
countWaiting(() => coming);

/** Fetches a part before it is drawn, so that nothing stands in its place meanwhile. */
export async function fetchAhead(fetchPart: FetchPart): Promise<void> {
  fetched.set(fetchPart, await fetchPart());
}

interface LaterProps {
  fetchPart: FetchPart;
  /** Shown after five seconds without it. */
  late: ReactNode;
}

/**
 * A part whose script is fetched when it is first drawn. One that fails is an error of drawing, for the boundary around it, and is
 * fetched again when that draws again.
 */
export function Later({ fetchPart, late }: LaterProps) {
  const [state, setState] = useState<"coming" | "late" | "here" | { error: unknown }>("coming");
  useEffect(() => {
    if (fetched.has(fetchPart)) return;
    let isWanted = true;
    const tell = (next: "late" | "here" | { error: unknown }) => {
      if (isWanted) setState(next);
    };
    const timer = setTimeout(() => tell("late"), PATIENCE_MS);
    coming += 1;
    fetchPart()
      .then((component) => {
        fetched.set(fetchPart, component);
        tell("here");
      })
      .catch((error: unknown) => tell({ error }))
      .finally(() => {
        coming -= 1;
        clearTimeout(timer);
      });
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [fetchPart]);
  const Fetched = fetched.get(fetchPart);
  if (Fetched) return <Fetched />;
  if (typeof state === "object") throw state.error;
  return state === "late" ? late : null;
}
