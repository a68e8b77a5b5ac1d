import { CLAIMS_FORMAT, type LedgerRecord, type MethodRecord } from "../../../config/claims/record";
import type { Study } from "../../../config/claims/studies";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import { createRace } from "../../../core/training/race";
import { claimData } from "../claimData";
import type { RecordStore } from "../recordStore";
import { type Job, trainingOf } from "./job";

/** Steps of the race: whole rounds of every K and period. */
const LEDGER_STEPS = 100;
const FIRST_STEPS = 10;
const LEDGER_SEED = 1;

/** The race that measures what a step of each method costs, once every method has its settings; nothing before, and once it is there. */
export function ledgerJobs(study: Study, records: readonly MethodRecord[], store: RecordStore): Job[] {
  if (store.ledger(study.id) || records.some(({ chosen }) => chosen === null)) return [];
  const { optimizer } = records[0] as MethodRecord;
  const steps = LEDGER_STEPS * records.length;
  return [
    { study, file: "ledger", label: "all methods", optimizer, steps, train: () => measureLedger(study, records) },
  ];
}

async function measureLedger(study: Study, records: readonly MethodRecord[]): Promise<LedgerRecord> {
  const trained = trainingOf(study);
  const data = await claimData(trained, LEDGER_SEED, false);
  const runs = records.map(({ method, optimizer, chosen }) => ({
    run: method,
    optimizer,
    hyperparams: { ...hyperparamDefaults(optimizer), ...chosen },
  }));
  const race = createRace(data, { seed: LEDGER_SEED, batchSize: study.batchSize, steps: LEDGER_STEPS, runs });
  const seconds = new Map<string, number[]>(runs.map(({ run }) => [run, []]));
  try {
    while (race.step < LEDGER_STEPS) {
      await race.takeStep();
      if (race.step !== FIRST_STEPS && race.step !== LEDGER_STEPS) continue;
      for (const { run, columns } of await race.readRows()) seconds.get(run)?.push(columns.seconds.at(-1) ?? 0);
    }
    return {
      ...{ format: CLAIMS_FORMAT, kind: "ledger", study: study.id, trained, steps: LEDGER_STEPS },
      methods: records.map(({ method, optimizer, chosen }) => {
        const [first = 0, last = 0] = seconds.get(method) ?? [];
        const { forwardPasses, backwardPasses, tensorBytes, peakBytes } = race.cost(method);
        const msPerStep = Number(((1000 * (last - first)) / (LEDGER_STEPS - FIRST_STEPS)).toPrecision(4));
        return {
          ...{ method, optimizer, settings: chosen ?? {}, msPerStep, forwardPasses, backwardPasses },
          ...{ tensorBytes, peakBytes },
        };
      }),
    };
  } finally {
    race.dispose();
  }
}
