import { useEffect } from "react";
import { useExperiment } from "../store/experimentStore";
import { Embed } from "./Embed";
import { Page } from "./Page";

/** The page or the embedded figure, in the chosen theme. */
export function App() {
  const { layout, theme, mode } = useExperiment((state) => state.view);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "auto") delete dataset.theme;
    else dataset.theme = theme;
    dataset.mode = mode;
  }, [theme, mode]);
  return layout === "embed" ? <Embed /> : <Page />;
}
