import type { Lesson } from "./lesson";
import { playOut } from "./steps";

/** On the deep linear network, whose loss can fall to the last digit: APO-P, which takes no inverse, and KFAC, which does. */
export const SIXTEEN_BITS: Lesson = {
  id: "sixteen-bits",
  title: "16 bit and inverses",
  about: "KFAC inverts its factors, APO-P inverts nothing. What 16 bits do to each, on a loss that has no floor.",
  start: {
    experiment: {
      version: 1,
      task: "deep-linear",
      seed: 7,
      steps: 500,
      optimizers: [{ id: "apo-p" }, { id: "kfac" }],
    },
  },
  steps: [
    playOut(500, {
      title: "All digits.",
      text: "The targets have no noise, and differ in scale by five decades. KFAC inverts two small matrices a layer; APO-P learns P without. Press Play, and let them come to the end.",
      seen: "KFAC’s loss ends under 1e-12, and under APO-P’s. In 32 bits the inverse pays here.",
      parts: ["play", "loss"],
    }),
    {
      title: "Take KFAC’s digits.",
      text: "bfloat16 has about 3 digits. Open Methods and settings, unfold KFAC at its end, and choose bfloat16 as Precision.",
      goal: { kind: "choose", run: "kfac", name: "precision", choice: "bf16" },
      hint: "Methods and settings is over the sliders, on a phone behind Controls. Precision is among KFAC’s own settings.",
      seen: "Step 0. KFAC’s weights, gradients and factors are now rounded after each update.",
      parts: ["settings"],
    },
    playOut(500, {
      title: "How far now?",
      text: "Press Play, and let them come to the end.",
      seen: "KFAC’s loss stays above 1e-6, a million times what it was or more, and changes little at the end.",
      parts: ["play", "loss"],
    }),
    {
      title: "Is it the inverse?",
      text: "APO-P inverts nothing. Give it the same 16 bits: in Methods and settings choose bfloat16 as Precision of APO-P.",
      goal: { kind: "choose", run: "apo-p", name: "precision", choice: "bf16" },
      hint: "Open Methods and settings, and unfold APO-P at its end.",
      seen: "Step 0. Both are in bfloat16 now.",
      parts: ["settings"],
    },
    playOut(500, {
      title: "Both in 16 bits.",
      text: "Press Play, and let them come to the end.",
      seen: "APO-P’s loss ends at a thousand times what it was or more, and at ten times KFAC’s or more. To take no inverse did not save it here.",
      parts: ["play", "loss"],
    }),
    {
      title: "Give digits back.",
      text: "float16 has about one digit more, and a smaller range. Choose float16 as Precision of KFAC.",
      goal: { kind: "choose", run: "kfac", name: "precision", choice: "fp16" },
      hint: "Open Methods and settings, unfold KFAC, and choose float16.",
      seen: "Step 0. KFAC rounds more finely now.",
      parts: ["settings"],
    },
    playOut(500, {
      title: "And last.",
      text: "Press Play, and let them come to the end.",
      seen: "KFAC’s loss ends at a tenth of that in bfloat16 or less: digits held it. Far from the last digit, on cars, bfloat16 costs KFAC a fifth at most, APO-P a tenth.",
      parts: ["play", "loss"],
    }),
  ],
};
