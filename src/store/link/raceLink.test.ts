import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claimsTable } from "../../config/claims/findings/claimsTable";
import type { ClaimsTable } from "../../config/claims/findings/finding";
import { raceOf } from "../../config/claims/findings/raceOf";
import { madeLedger, madeMethod, madeRun, madeSeries } from "../../config/claims/testing/madeRecords";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { LINK_LIMIT } from "./linkSelectors";
import { raceLink } from "./raceLink";
import { readLink } from "./readLink";

const shipped = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../public/claims.json"), "utf8"),
) as ClaimsTable;

const adapted = { learningRate: 0.0123, lambdaFsd: 12.3, metaLearningRate: 0.123, metaUpdateInterval: 5 } as const;
const made = claimsTable(
  [
    madeMethod("lenet", "apo-lr", "apo-lr", { ...adapted, baseOptimizer: "sgdm" }, []),
    madeMethod("lenet", "sgdm", "sgdm", { learningRate: 0.0123 }, []),
    madeMethod("lenet", "sgdm-step", "sgdm", { learningRate: 0.0456, learningRateSchedule: "step" }, []),
    madeMethod("lenet", "sgdm-cosine", "sgdm", { learningRate: 0.0789, learningRateSchedule: "cosine" }, []),
    madeMethod("lenet", "kfac", "kfac", { learningRate: 0.0123, damping: 0.0456, factorUpdatePeriod: 5 }, []),
    madeMethod("alexnet", "apo-p", "apo-p", adapted, []),
    madeMethod("alexnet", "kfac", "kfac", { learningRate: 0.0123, damping: 0.0456, factorUpdatePeriod: 5 }, []),
    madeSeries(
      ...(["lenet", 2, "start-adam", "apo-lr", ["learningRate"]] as const),
      [0.0001, 0.001, 1].map((learningRate) =>
        madeRun("lenet", 1, { ...adapted, baseOptimizer: "adam", learningRate }, [0.1]),
      ),
    ),
    madeSeries(...(["sine", 8, "lambdaFsd-apo-p", "apo-p", ["lambdaFsd"]] as const), [
      madeRun("sine", 1, { ...adapted, metaOnlySteps: 200, metaIntervalWarmup: 200 }, [0.1]),
    ]),
    madeLedger("lenet", [{ method: "apo-p", optimizer: "apo-p", msPerStep: 1 }]),
  ],
  [],
);
const races = [...shipped.findings, ...made.findings].flatMap((finding) => raceOf(finding) ?? []);

it("there are races of every kind of finding", () => expect(races.length).toBeGreaterThan(6));

it.each(races)("the link to race %# opens it as it is, with every setting, and is short enough", (race) => {
  const link = raceLink(race);
  const { config, notes } = readLink(link);
  expect(notes).toEqual([]);
  expect(config).toEqual(resolveExperiment(race).config);
  expect(link.length).toBeLessThan(LINK_LIMIT);
});

it("a link takes along how the page looks", () => {
  const { display } = readLink(
    raceLink(races[0] as (typeof races)[0], { theme: "dark", language: "de", mode: "test", keeping: "off" }),
  );
  expect(display).toMatchObject({ theme: "dark", language: "de", mode: "test", keeping: "off" });
});
