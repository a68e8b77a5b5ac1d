import type { Lesson } from "./lesson";
import { lookAtStart, playOut, reset } from "./steps";

/** The preset with four starts of η. */
export const ANY_START: Lesson = {
  id: "any-start",
  title: "Robust to η₀, and where not",
  about: "Four runs start at rates a thousand times apart and end alike, as long as they may look often enough.",
  start: { preset: "four-starts" },
  steps: [
    {
      title: "Four starts.",
      text: "Four runs of APO-η on the same data, started at η from 0.0001 to 0.1. Press Play, and let them come to step 50.",
      goal: { kind: "reach", step: 50 },
      hint: "Press Play, or Space. η is the third chart.",
      seen: "The lowest has come to {rate eta-1e-4}, the highest stands at {rate eta-1e-1}.",
      parts: ["play", "learningRate"],
    },
    playOut(600, {
      title: "One end.",
      text: "Let them train to the end of the race.",
      hint: "Press Play where the race stands still. At the end it stops by itself.",
      seen: "They end at losses within a fifth of each other, and at rates within a factor of two.",
      parts: ["play", "learningRate"],
    }),
    lookAtStart({
      title: "See how far apart they were.",
      text: "Move the slider of past steps to one of the first ten steps.",
      seen: "Here the lowest was {rate eta-1e-4}, the highest {rate eta-1e-1}.",
      parts: ["scrubber", "learningRate"],
    }),
    reset({
      title: "Now break it.",
      text: "A meta-update moves η by a small factor. So APO-η needs many of them to come from far. Press Reset.",
      seen: "The race stands at step 0. The sliders are those of the run that starts lowest.",
    }),
    {
      title: "Let it look seldom.",
      text: "K is the number of steps from one meta-update to the next. Move K of that run to 50.",
      goal: { kind: "set", run: "eta-1e-4", name: "metaUpdateInterval", atLeast: 50 },
      hint: "Drag the slider K to the right end, or type 50 on it. Above the sliders stands whose they are.",
      seen: "This run alone now looks at every fiftieth step; the other three are as they were.",
      parts: ["metaUpdateInterval"],
    },
    playOut(600, {
      title: "And see.",
      text: "Press Play, and let them come to the end.",
      hint: "Press Play, or Space, and watch the run that started lowest.",
      seen: "It ends at η = {rate eta-1e-4}, and its loss at twice the others’ or more. Robust means: from any start, given enough meta-updates.",
      parts: ["play", "learningRate"],
    }),
  ],
};
