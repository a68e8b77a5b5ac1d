import { useMemo } from "react";
import { selectTransport } from "../store/bar/barSelectors";
import { selectScrubber } from "../store/charts/scrubberSelectors";
import { seriesIn } from "../store/experiment/configure";
import { experimentStore, useExperiment } from "../store/experiment/experimentStore";
import { useActions } from "./ui/actionsContext";
import { type Shortcuts, useShortcuts } from "./ui/useShortcuts";

interface PageKeys {
  toggleLog: () => void;
  openHelp: () => void;
  /** What Escape closes, null where nothing is open. */
  close: (() => void) | null;
}

/** The keys of the whole page: Space, arrows, R, N, L, P, ?, Escape and the digits for series. */
export function usePageShortcuts({ toggleLog, openHelp, close }: PageKeys): void {
  const actions = useActions();
  const shortcuts = useMemo((): Shortcuts => {
    const transport = () => selectTransport(experimentStore.getState());
    const scrubber = () => selectScrubber(experimentStore.getState());
    const scrubBy = (steps: number) => actions.scrubTo(Math.max(0, scrubber().at + steps));
    const toggleSeries = (index: number) => {
      const series = seriesIn(experimentStore.getState().config)[index];
      if (series) actions.toggleSeries(series);
    };
    const digits = Array.from({ length: 9 }, (_, index) => [String(index + 1), () => toggleSeries(index)] as const);
    return new Map([
      [" ", () => transport().canPlay && actions.togglePlay()],
      ["ArrowRight", () => (scrubber().isPast ? scrubBy(1) : transport().canStep && actions.step())],
      ["ArrowLeft", () => scrubBy(-1)],
      ["Shift+ArrowRight", () => transport().canMetaStep && actions.metaStep()],
      ["r", () => transport().canReset && actions.reset()],
      ["n", actions.newSeed],
      ["l", toggleLog],
      ["p", actions.pinRun],
      ["?", openHelp],
      ...(close ? [["Escape", close] as const] : []),
      ...digits,
    ]);
  }, [actions, toggleLog, openHelp, close]);
  const hasCharacters = useExperiment((state) => state.display.characterKeys === "on");
  useShortcuts(shortcuts, { hasCharacters });
}
