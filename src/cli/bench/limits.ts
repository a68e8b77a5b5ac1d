/** What keeps a goal from being met, as profiles showed it; printed only behind a goal that a run missed. */
export const LIMITS: readonly { goal: RegExp; words: string }[] = [
  {
    goal: /SGD \/ jax-js/,
    words:
      "jax-js 0.1.25 compiles a whole step to wasm and takes 1 to 2 ms for it here, a third of the 4.8 ms that the goal was set by.",
  },
  {
    goal: /^CPU.*(SGD|SGDm) \//,
    words:
      "what a step does not compute: tfjs's op wrappers, tensor bookkeeping and the engine scope around each of its kernels.",
  },
  {
    goal: /^WebGPU dispatches per step, apo-p/,
    words:
      "a meta-update composes its gradient from one dispatch for each operation and layer, a tenth of which falls on each step.",
  },
  {
    goal: /^WebGPU dispatches/,
    words: "each layer's forward and backward pass is a chain of tfjs kernels, one dispatch for each operation.",
  },
  {
    goal: /^WebGPU new buffers/,
    words:
      "every uniform, every scalar operand and each batch of tfjs is a buffer of its own; its pool gives back storage, not those.",
  },
  {
    goal: /kfac \/ sgdm/,
    words:
      "the covariances of LeNet-5's unrolled patches every five steps, and the float64 inverses of its factors every twenty.",
  },
  {
    goal: /race of five \/ sum/,
    words:
      "the five runs share the batch, B′ and the read-back, which are a small part of a step; their arithmetic is each one's own.",
  },
  {
    goal: /^Peak tensor bytes/,
    words:
      "a step's scope lets go of its intermediates when it ends, so three forward passes of a meta-update are alive together.",
  },
  {
    goal: /script before the first paint|first chart painted/,
    words: "charts, state and every control come in the entry's static imports, before anything is painted.",
  },
  {
    goal: /training worker/,
    words: "the kernels of tfjs's WebGPU backend, 70 KB, come whole: its registry names them all.",
  },
  {
    goal: /main-thread task|λ drag|Pause/,
    words: "two cores carry two workers, the page and whatever else runs on the machine.",
  },
];
