import { useEffect } from "react";

/** Gives the focus, once, to what has a test id: where it was when the page took over. */
export function FocusOn({ testId }: { testId: string | null }) {
  useEffect(() => {
    if (testId !== null)
      document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testId)}"]`)?.focus({ preventScroll: true });
  }, [testId]);
  return null;
}
