import { useExperiment } from "../../store/experiment/experimentStore";
import { Later } from "../ui/Later";

const fetchCard = async () => (await import("./OpenCsvCard")).OpenCsvCard;

/** Asks for a file, over the charts; nothing where none is wanted, and its script is not fetched before. */
export function CsvCard() {
  const isWanted = useExperiment(({ csv: { isAsking, reading } }) => isAsking || reading !== null);
  return isWanted ? <Later fetchPart={fetchCard} late={null} /> : null;
}
