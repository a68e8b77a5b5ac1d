import { Later } from "../../ui/Later";
import { type AskedWord, AskedWordProvider } from "./askedWord";

const fetchCard = async () => (await import("./WordCard")).WordCard;

/** Where the card of a word that was asked for is drawn; its script, with the glossary, is fetched then. */
export function WordPlace({ asked }: { asked: AskedWord | null }) {
  return asked ? (
    <AskedWordProvider value={asked}>
      <Later fetchPart={fetchCard} late={null} />
    </AskedWordProvider>
  ) : null;
}
