import { useEffect, useRef } from "react";
import { useFigureMenus, useOpenFigure } from "../charts/figure/figureMenus";
import { Cited } from "../take/Cited";
import { RunSection } from "../take/RunSection";
import { SaveSection } from "../take/SaveSection";
import { AxesSection } from "./AxesSection";
import { SeedsSection } from "./SeedsSection";
import "./figureMenuPanel.css";

/** How the run is cited, for an embed, which has no menu of the whole run: by the same script. */
export const RunCitation = Cited;

/** Pixels between button and panel, and from the window's sides. */
const GAP = 4;
const SIDE = 8;

/** What stands in a figure's menu, section by section. Escape, and a click or Tab elsewhere, close it. */
export function FigureMenuPanel() {
  const { name, button, close } = useOpenFigure();
  const isWhole = useFigureMenus()?.gives === null;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const place = () => {
      const at = button.getBoundingClientRect();
      const { clientWidth } = document.documentElement;
      const left = Math.min(at.right - element.offsetWidth, clientWidth - element.offsetWidth - SIDE);
      const [above, below] = [at.top - GAP - SIDE, innerHeight - at.bottom - GAP - SIDE];
      element.style.left = `${Math.max(SIDE, left)}px`;
      element.style.maxHeight = `${Math.max(above, below)}px`; // where there is more room, and never over the button
      element.style.top = `${below >= above ? at.bottom + GAP : Math.max(SIDE, at.top - GAP - element.offsetHeight)}px`;
    };
    const onToggle = ({ newState }: ToggleEvent) => {
      // A press of the button closes the panel; the one that opened it is over by now.
      if (newState === "open") button.popoverTargetElement = element;
      else close();
    };
    element.addEventListener("toggle", onToggle);
    element.showPopover();
    place();
    element.focus({ preventScroll: true });
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      button.popoverTargetElement = null;
      element.removeEventListener("toggle", onToggle);
      watcher.disconnect();
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [button, close]);
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={`Menu of ${name}`}
      className="figure-menu-panel"
      tabIndex={-1}
    >
      <AxesSection />
      {isWhole ? <SeedsSection /> : null}
      <SaveSection />
      {isWhole ? <RunSection /> : null}
    </div>
  );
}
