import { type ComponentType, useEffect, useState } from "react";
import type { ViewId } from "../../config/tables/views";
import { ViewAbsent } from "./ViewFigure";

/** A script that is later than this is told of; it may still come. */
const PATIENCE_MS = 5000;

const LATE = "Its script is still on its way: a slow line can do that. Wait, or close the view and open it again.";

const fetched = new Map<ViewId, ComponentType>();

interface LaterViewProps {
  view: ViewId;
  fetchView: () => Promise<ComponentType>;
}

/**
 * A view whose script is fetched when it is first drawn. One that does not come is told of after five seconds; one that fails is
 * an error of the figure, and is fetched again when that is drawn again.
 */
export function LaterView({ view, fetchView }: LaterViewProps) {
  const [state, setState] = useState<"coming" | "late" | "here" | { error: unknown }>("coming");
  useEffect(() => {
    if (fetched.has(view)) return;
    let isWanted = true;
    const tell = (next: "late" | "here" | { error: unknown }) => {
      if (isWanted) setState(next);
    };
    const timer = setTimeout(() => tell("late"), PATIENCE_MS);
    fetchView()
      .then((component) => {
        fetched.set(view, component);
        tell("here");
      })
      .catch((error: unknown) => tell({ error }))
      .finally(() => clearTimeout(timer));
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [view, fetchView]);
  const Fetched = fetched.get(view);
  if (Fetched) return <Fetched />;
  if (typeof state === "object") throw state.error;
  return state === "late" ? <ViewAbsent view={view} why={LATE} /> : null;
}
