import { useExperiment } from "../../store/experiment/experimentStore";
import { Later } from "../ui/Later";

const fetchCard = async () => (await import("./OpenArchiveCard")).OpenArchiveCard;

/** Asks for an archive of images, over the charts; nothing where none is wanted, and its script is not fetched before. */
export function ArchiveCard() {
  const isWanted = useExperiment(({ archives: { asking, reading } }) => asking !== null || reading !== null);
  return isWanted ? <Later fetchPart={fetchCard} late={null} /> : null;
}
