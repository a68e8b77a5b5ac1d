import type { Lesson } from "./lesson";
import { playOut, reset } from "./steps";

/** On linear regression, where the best P is known: APO-P alone. */
export const LAMBDA_WSD: Lesson = {
  id: "lambda-wsd",
  title: "What λ_WSD does, and how it differs",
  about: "The price of moving the weights: it bounds the steps in every direction, also where no output moves.",
  start: {
    experiment: {
      version: 1,
      task: "linear",
      seed: 7,
      steps: 300,
      optimizers: [{ id: "apo-p", hyperparams: { lambdaFsd: 1, lambdaWsd: 0.1 } }],
    },
  },
  steps: [
    playOut(300, {
      title: "Let it learn a P.",
      text: "APO-P learns a matrix P, from gradient to step. Its eigenvalues are step lengths, one for each direction. Press Play, and let it come to the end.",
      hint: "Press Play, or Space. The eigenvalues of P are the fourth chart.",
      seen: "The eigenvalues of P reach from {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: the largest is five times the smallest or more. Where the loss is flat, the steps are long.",
      parts: ["play", "spectrum"],
    }),
    reset({
      title: "Go back to the start.",
      text: "Press Reset: the same seed, the same data, and P as it was before it learned.",
      seen: "The race stands at step 0. What you set now is what it starts with.",
    }),
    {
      title: "Make weights dear.",
      text: "λ_WSD is what moving the weights costs, whatever it does to the outputs. Move it to 10 or more.",
      goal: { kind: "set", run: "apo-p", name: "lambdaWsd", atLeast: 10 },
      hint: "Drag the slider λ_WSD to the right, or type 10 while it has the focus. On a phone it is behind Controls.",
      seen: "λ_WSD stands at {set apo-p lambdaWsd}; λ_FSD is as it was.",
      parts: ["lambdaWsd"],
    },
    playOut(300, {
      title: "And learn again.",
      text: "Press Play, and let it come to the end.",
      hint: "Press Play, and watch the eigenvalues.",
      seen: "P’s eigenvalues reach from {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: none is above 1/λ_WSD, and the largest is at most one and a half times the smallest. A price on weights is the same in all directions.",
      parts: ["play", "spectrum"],
    }),
    reset({
      title: "Now the other price.",
      text: "Press Reset once more.",
      seen: "Step 0 again.",
    }),
    {
      title: "Weights cheap,",
      text: "Move λ_WSD back to 0.1 or less.",
      goal: { kind: "set", run: "apo-p", name: "lambdaWsd", atMost: 0.1 },
      hint: "Drag λ_WSD to the left, or type 0.1 on it.",
      seen: "Moving weights is cheap again.",
      parts: ["lambdaWsd"],
    },
    {
      title: "outputs dear.",
      text: "Move λ_FSD to 10 or more: now a step is charged for how far it moves the outputs, and a direction that moves none costs nothing.",
      goal: { kind: "set", run: "apo-p", name: "lambdaFsd", atLeast: 10 },
      hint: "Drag the slider λ_FSD to the right, or type 10 on it.",
      seen: "λ_FSD stands at {set apo-p lambdaFsd}.",
      parts: ["lambdaFsd"],
    },
    playOut(300, {
      title: "And compare.",
      text: "Press Play, and let it come to the end.",
      hint: "Press Play, and watch the eigenvalues.",
      seen: "P reaches from {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: the smallest is half of the first or less, the largest is still five times the smallest or more. λ_FSD shortens what outputs feel; λ_WSD all.",
      parts: ["play", "spectrum"],
    }),
  ],
};
