import type { ComponentType } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import { Later } from "../ui/Later";

/** Where the words did not come: the address, which a printed page has by itself, must do. */
const NOTHING: ComponentType = () => null;

const fetchWords = (): Promise<ComponentType> =>
  import("./PrintedWords").then(({ PrintedWords }) => PrintedWords).catch(() => NOTHING);

/** What is printed over the figures, fetched once the experiment is loaded: nothing of it is needed before. */
export function Printed() {
  const isLoading = useExperiment((state) => state.status === "loading");
  return isLoading ? null : <Later fetchPart={fetchWords} late={null} />;
}
