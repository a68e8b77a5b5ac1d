import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { Keeper, type KeeperParts } from "./keeper";
import { KeptDatabase } from "./keptDatabase";
import { browserLocks } from "./keptLocks";
import { storesNothing } from "./keptNotices";
import { keptStore } from "./keptStore";
import { thinUnkept } from "./unkept";

let keeper: Keeper | null = null;

/** The keeper of this page; null until its storage has opened, and where it does not. */
export const keeperOfPage = (): Keeper | null => keeper;

/** Starts to keep the page's runs. Resolves with null where the browser stores nothing, and the page says so. */
export async function keepRuns(
  experiment: ExperimentStore,
  { after, takeUp }: Pick<KeeperParts, "after" | "takeUp">,
): Promise<Keeper | null> {
  try {
    const database = await KeptDatabase.open();
    const now = () => Date.now();
    const newId = () => `${now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    const opened = new Keeper({
      database,
      locks: browserLocks(),
      experiment,
      kept: keptStore,
      newId,
      now,
      after,
      takeUp,
    });
    await opened.start();
    keeper = opened;
  } catch (error) {
    const notice = storesNothing(error instanceof Error ? error.message.replace(/\.$/, "") : "");
    keptStore.setState({ problem: `${notice.detail} ${notice.remedy}` });
    experiment.setState(addNotice(experiment.getState(), notice), true);
    thinUnkept(experiment, () => true);
  }
  return keeper;
}
