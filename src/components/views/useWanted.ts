import { useEffect, useState } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";

/** A view's script is fetched when the view is scrolled to within this. */
const MARGIN = "200px";

/**
 * Whether a view's script should be here: once something is trained, the view comes near the window, or the page is printed.
 * Before that the page loads without it.
 */
export function useWanted(element: Element | null): boolean {
  const isTrained = useExperiment((state) => state.step > 0 || state.status === "running");
  const [isNear, setIsNear] = useState(false);
  const isWanted = isTrained || isNear;
  useEffect(() => {
    if (!element || isWanted) return;
    const want = () => setIsNear(true);
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want(), {
      rootMargin: MARGIN,
    });
    observer.observe(element);
    addEventListener("beforeprint", want);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", want);
    };
  }, [element, isWanted]);
  return isWanted;
}
