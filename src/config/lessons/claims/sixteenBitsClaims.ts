import type { ExperimentInput } from "../../experiment/experiment";
import type { LessonClaims } from "./lessonClaim";
import { apart, lossIn } from "./losses";

type Precision = "fp32" | "bf16" | "fp16";

/** The lesson's race with these precisions. */
const inBits = (ofP: Precision, ofKfac: Precision): Partial<ExperimentInput> => ({
  optimizers: [
    { id: "apo-p", hyperparams: { precision: ofP } },
    { id: "kfac", hyperparams: { precision: ofKfac } },
  ],
});

/** Each race that the reader trains, and both precisions on the cars. */
export const SIXTEEN_BITS_CLAIMS: LessonClaims = {
  races: {
    full: {},
    bf16: inBits("bf16", "bf16"),
    fp16: inBits("bf16", "fp16"),
    cars: { task: "cars", steps: 300 },
    carsBf16: { task: "cars", steps: 300, ...inBits("bf16", "bf16") },
  },
  isMeasured: true,
  claims: [
    {
      says: "KFAC’s loss ends under 1e-12",
      of: "its training loss at the end",
      measure: ({ full }) => lossIn(full, "kfac"),
      atMost: 1e-12,
    },
    {
      says: "and under APO-P’s",
      of: "the same over APO-P's",
      measure: ({ full }) => lossIn(full, "kfac") / lossIn(full, "apo-p"),
      atMost: 1,
    },
    {
      says: "KFAC’s loss stays above 1e-6",
      of: "its training loss at the end in bfloat16",
      measure: ({ bf16 }) => lossIn(bf16, "kfac"),
      atLeast: 1e-6,
    },
    {
      says: "a million times what it was or more",
      of: "the same over that in float32",
      measure: ({ full, bf16 }) => lossIn(bf16, "kfac") / lossIn(full, "kfac"),
      atLeast: 1e6,
    },
    {
      says: "changes little at the end",
      of: "higher over lower training loss of KFAC in bfloat16 at steps 300 and 500",
      measure: ({ bf16 }) => apart(lossIn(bf16, "kfac", 300), lossIn(bf16, "kfac")),
      atMost: 1.5,
    },
    {
      says: "APO-P’s loss ends at a thousand times what it was or more",
      of: "training loss of APO-P in bfloat16 over that in float32",
      measure: ({ full, bf16 }) => lossIn(bf16, "apo-p") / lossIn(full, "apo-p"),
      atLeast: 1000,
    },
    {
      says: "at ten times KFAC’s or more",
      of: "the same over that of KFAC in bfloat16",
      measure: ({ bf16 }) => lossIn(bf16, "apo-p") / lossIn(bf16, "kfac"),
      atLeast: 10,
    },
    {
      says: "at a tenth of that in bfloat16 or less",
      of: "training loss of KFAC in float16 over that in bfloat16",
      measure: ({ bf16, fp16 }) => lossIn(fp16, "kfac") / lossIn(bf16, "kfac"),
      atMost: 0.1,
    },
    ...(
      [
        ["kfac", "bfloat16 costs KFAC a fifth at most", 1.2],
        ["apo-p", "APO-P a tenth", 1.1],
      ] as const
    ).map(([run, says, atMost]) => ({
      says,
      of: `training loss of ${run} in bfloat16 over that in float32, on cars`,
      measure: ({ cars, carsBf16 }: Parameters<LessonClaims["claims"][number]["measure"]>[0]) =>
        lossIn(carsBf16, run) / lossIn(cars, run),
      atMost,
    })),
  ],
};
