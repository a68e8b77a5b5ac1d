import type { LessonClaims } from "./lessonClaim";
import { lossIn } from "./losses";

/** SGDm as the lesson has it at first, and as the reader tunes it. */
export const FAIR_RACES_CLAIMS: LessonClaims = {
  races: {
    untuned: {},
    tuned: { optimizers: [{ id: "apo-p" }, { id: "sgdm", hyperparams: { learningRate: 0.12 } }] },
  },
  isMeasured: true,
  claims: [
    {
      says: "SGDm ends at half as much loss again as APO-P, or more",
      of: "training loss of SGDm at η = 0.001 over that of APO-P",
      measure: ({ untuned }) => lossIn(untuned, "sgdm") / lossIn(untuned, "apo-p"),
      atLeast: 1.5,
    },
    {
      says: "the two end within a fifth of each other",
      of: "higher over lower training loss at the end, SGDm tuned",
      measure({ tuned }) {
        const both = [lossIn(tuned, "sgdm"), lossIn(tuned, "apo-p")];
        return Math.max(...both) / Math.min(...both);
      },
      atMost: 1.2,
    },
    {
      says: "For the same passes SGDm’s loss is the lower",
      of: "training loss of APO-P at half of the steps, at two passes each, over that of SGDm at the end",
      measure: ({ tuned }) => lossIn(tuned, "apo-p", 150) / lossIn(tuned, "sgdm"),
      atLeast: 1,
    },
    {
      says: "Who is ahead at the end changes with the seed",
      of: "1 where APO-P has the lower training loss at the end, else 0",
      measure: ({ tuned }) => Number(lossIn(tuned, "apo-p") < lossIn(tuned, "sgdm")),
      changes: true,
    },
  ],
};
