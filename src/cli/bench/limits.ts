/** What keeps a goal from being met, by measurement; printed only behind a goal that a run missed. */
export const LIMITS: readonly { goal: RegExp; words: string }[] = [
  {
    goal: /SGD \/ jax-js/,
    words:
      "jax-js 0.1.25 takes 1 to 2.5 ms for this step here, not the 4.8 ms that the goal was set by; 0.04 of it would be less than 0.1 ms, the time of the arithmetic alone.",
  },
  {
    goal: /(SGDm|Adam) \/ our SGD/,
    words:
      "our steps take 0.2 ms, and other programs on the machine move each of their turns by more than the difference.",
  },
  {
    goal: /MLP .*SGD \//,
    words: "what is no arithmetic in a step: tensors made and let go, the engine's scope, the copy of the batch.",
  },
  {
    goal: /LeNet-5 batch 64, SGDm/,
    words: "the arithmetic of the two convolutions, forward and twice backward, on one core.",
  },
  {
    goal: /apo-lr \/ sgdm|apo-p \/ sgdm/,
    words: "a meta-update is two forward passes and a backward pass more, a tenth of it in each step.",
  },
  {
    goal: /kfac \/ sgdm/,
    words:
      "the factors' covariances every five steps; with factors that are never renewed KFAC takes 1.1 × SGDm, and the inverses every twenty steps are too small to be seen.",
  },
  {
    goal: /race of five \/ sum/,
    words:
      "the five share the batch and the read-back, a small part of a step; their arithmetic is each one's own, on one core.",
  },
  {
    goal: /^Peak tensor bytes/,
    words:
      "the scope of a step lets go of its intermediates at its end, so all passes of a meta-update are alive together.",
  },
  {
    goal: /^WebGPU dispatches per step, apo-p/,
    words:
      "a meta-update composes its gradient from a dispatch for each operation of each layer, a tenth of them in each step.",
  },
  {
    goal: /^WebGPU dispatches/,
    words: "each layer's passes are a chain of tfjs kernels, a dispatch for each operation.",
  },
  {
    goal: /^WebGPU new buffers/,
    words:
      "tfjs uploads values through a staging buffer that its pool destroys behind each submit: one for the batch's inputs, its targets and every number that comes from the host.",
  },
  {
    goal: /script before the first paint|all script|first chart painted/,
    words:
      "React, the charts and every control are static imports of the entry: all of the page's script is read before anything is painted.",
  },
  {
    goal: /training worker/,
    words:
      "trainer 174 KB with all tasks and methods, and 66 KB of tfjs's WebGPU backend, which names its kernels in one registry.",
  },
  {
    goal: /main-thread task|λ drag/,
    words:
      "one redraw of a chart by recharts takes tens of ms of the main thread on this machine, which two workers share with it.",
  },
];
