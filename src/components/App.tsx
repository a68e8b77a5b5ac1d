import { useEffect } from "react";
import { useExperiment } from "../store/experiment/experimentStore";
import { Embed } from "./Embed";
import { Page } from "./Page";
import { useSinglePresses } from "./ui/useShortcuts";

/** The page or the embedded figure. In test mode the styles move nothing. */
export function App() {
  const { layout, mode } = useExperiment((state) => state.display);
  useSinglePresses();
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
  }, [mode]);
  return layout === "embed" ? <Embed /> : <Page />;
}
