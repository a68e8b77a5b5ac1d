import { hasMetaUpdates, hyperparamDefaults } from "../../tables/hyperparamRange";
import type { ClaimsRecord, SeriesRecord } from "../record";
import { PRICES } from "../rules";
import { STUDIES, STUDY_IDS, type StudyId } from "../studies";
import { contests } from "./contests";
import { type Bill, type ClaimsTable, type HeldTest, type Proof, type Response, TABLE_FORMAT } from "./finding";
import { type RecordSet, recordSet } from "./recordSet";
import { precisionComparisons, startComparisons } from "./variants";

/** What all records come to that exist, and what is planned and not there; the tests of claim 7 as they stand in docs/numerics.md. */
export function claimsTable(records: readonly ClaimsRecord[], heldTests: readonly HeldTest[]): ClaimsTable {
  const set = recordSet(records);
  const proof: Proof = { kind: "proof", claim: 7, tests: heldTests };
  const findings = [
    ...contests(set),
    ...startComparisons(set),
    ...precisionComparisons(set),
    ...bills(set),
    proof,
    ...responses(records),
  ];
  return { format: TABLE_FORMAT, findings: findings.toSorted((a, b) => a.claim - b.claim) };
}

/** Claim 6: the ledgers that exist, and those of the claims' studies that do not. */
function bills(records: RecordSet): Bill[] {
  return STUDY_IDS.flatMap((study) => {
    const ledger = records.ledger(study);
    if (!ledger && STUDIES[study].claims.length === 0) return [];
    const methods = (ledger?.methods ?? []).map(({ method, settings, ...cost }) => ({
      name: method,
      metaUpdateInterval: hasMetaUpdates(cost.optimizer)
        ? (settings.metaUpdateInterval ?? hyperparamDefaults(cost.optimizer).metaUpdateInterval)
        : null,
      ...cost,
    }));
    return { kind: "bill", claim: 6, study, methods };
  });
}

/** Claim 8: the series that exist. */
function responses(records: readonly ClaimsRecord[]): Response[] {
  return STUDY_IDS.flatMap((study) => {
    const own = records.filter((one): one is SeriesRecord => one.kind === "series" && one.study === study);
    return own.filter(({ claim }) => claim === 8).flatMap((series) => responseOf(study, series));
  });
}

function responseOf(study: StudyId, { series, optimizer, varied, runs, trained }: SeriesRecord): Response[] {
  const price = (["lambdaFsd", "lambdaWsd"] as const).find((name) => varied.includes(name));
  if (!price) return [];
  const quantity = price === "lambdaFsd" ? "fsd" : "length";
  const seeds = [...new Set(runs.map(({ seed }) => seed))].toSorted((a, b) => a - b);
  const at = (seed: number, value: number) => runs.find((run) => run.seed === seed && run.settings[price] === value);
  return [
    {
      ...{ kind: "response", claim: 8, study, subject: series, optimizer, price, values: PRICES },
      ...{ settings: runs[0]?.settings ?? {}, steps: trained.steps },
      seeds: seeds.flatMap((seed) => {
        const own = PRICES.map((value) => at(seed, value));
        if (own.includes(undefined)) return [];
        const column = (part: "still" | "training") => own.map((run) => run?.response?.[part][quantity] ?? null);
        return { seed, still: column("still"), training: column("training") };
      }),
    },
  ];
}
