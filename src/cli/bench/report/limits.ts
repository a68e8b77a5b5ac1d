/** What keeps a goal from being met, as far as it was looked at; printed only behind a goal that a run missed. */
export const LIMITS: readonly { goal: RegExp; words: string }[] = [
  {
    goal: /SGD \/ jax-js/,
    words:
      "jax-js 0.1.25 takes 0.7 to 2.5 ms for this step here, not the 4.8 ms that the goal was set by; of our 0.13 ms undisturbed, products take 52 µs, tanh in float64 26 µs, and the JavaScript around 13 kernels and 4 lists of tensors most of the rest.",
  },
  {
    goal: /(SGDm|Adam) \/ our SGD/,
    words:
      "the shortest of 25 turns are 1.04 (SGDm) and 1.10 (Adam) × SGD; on a busy machine the ranges of these rows are wider than the difference.",
  },
  {
    goal: /MLP .*SGD \//,
    words: "not profiled.",
  },
  {
    goal: /LeNet-5 batch 64, SGDm/,
    words:
      "undisturbed calls add up to 8 ms, 6.6 of them in convolutions at 13 to 20 billion multiply-adds a second, where the product kernel has 20; six outputs fill six of eight lanes of the first one.",
  },
  {
    goal: /^LeNet-5 batch 128.*apo-(lr|p) \/ sgdm/,
    words:
      "by the undisturbed calls of each kernel the ratios are 1.21 and 1.51: P·g of fc1 (401 columns) is 3.2 of 22.9 ms, a tenth of a meta-update 3.9 ms; long turns on a busy machine are disturbed more than short ones.",
  },
  {
    goal: /kfac \/ sgdm/,
    words:
      "the input factors of the convolutions every five steps, 7.2 of 26.5 ms undisturbed (1.75 × SGDm in all); then the products with fc1's inverses.",
  },
  {
    goal: /race of five, over two workers/,
    words:
      "both workers wait for each other at every step, so that it needs two cores with nothing else to do: by processor time each half takes 0.50 to 0.53 of the sum of five alone.",
  },
  {
    goal: /^Peak tensor bytes/,
    words: "φ with its two moments, which stay from step to step, and a second batch with what the weights lead to.",
  },
  {
    goal: /^WebGPU dispatches per step, apo-p/,
    words: "the passes of a meta-update at the lookahead and on B′, a tenth of them in each step.",
  },
  {
    goal: /^WebGPU dispatches/,
    words: "a launch for each layer forward and one or two back, the loss, and the update.",
  },
  {
    goal: /^WebGPU new buffers/,
    words: "a size of tensor that the stretch before the counted one did not see.",
  },
  {
    goal: /^AlexNet .*: apo-p \/ sgdm/,
    words:
      "P·g of the convolutions with 364 to 577 inputs takes 197 million multiplications and additions where the whole step of SGDm takes 466 million; a tenth of a meta-update takes the time of a fifth of a step more.",
  },
  {
    goal: /^WRN-28.*: apo-(p|lr) \/ sgdm/,
    words:
      "two runs of this network alone on a quiet machine (2 December 2026) had 1.19 and 1.27 for apo-p, 1.40 and 1.24 for apo-lr; a quick run takes two or three turns of a step, and the range of SGDm alone, 149 to 203 ms in one of them, is wider than the difference.",
  },
  {
    goal: /live training/,
    words: "1.9 to 2.6 s in three quick runs of one week on this kind of machine; not profiled.",
  },
  {
    goal: /peak tensor bytes of apo-p/,
    words:
      "φ has as many numbers as the square of a layer's inputs, on AlexNet 1.0 million for 0.16 million weights: with its two moments, θ and m 13 of the 18 MB there, where SGDm's batch and pass are 4.",
  },
  {
    goal: /estimated and measured ms/,
    words:
      "until 1 December 2026 the copy of a sum's result was timed with the sum. Since then the estimate of SGDm is 0.6 to 0.9 of what was measured here; two runs of WRN-28 alone after it were within 1.57 and 1.23.",
  },
  {
    goal: /main-thread task|λ drag/,
    words:
      "a task of the page computes for at most 16 ms (Chromium traces of sine at load 11; the longest are recharts moving an axis); the rest is waiting for one of two cores, which training, spectra and other programs share. A move waits for the training worker's next step for about two thirds of its delay.",
  },
];
