import { ConfigError } from "../../config/experiment/notes";
import { stream } from "../../core/random";
import { initialParams } from "../../core/tasks/init";
import { NETWORK_TEMPLATES, networkTemplate } from "./networkTemplate";

const SEED = 7;
const [EXAMPLES, BATCH, STEPS, HIDDEN] = [32, 8, 20, 8];
const DIGITS = 6;

/** Problems that `--template` writes: a small MLP, and the poster's networks. */
const TEMPLATES = ["mlp", ...NETWORK_TEMPLATES] as const;

const short = (value: number) => Number(value.toPrecision(DIGITS));

/** Made anew for each template, which is its reader's to change. */
const optimizers = () => [
  { id: "sgdm", hyperparams: { learningRate: 0.05, momentum: 0.9 } },
  { id: "apo-p", hyperparams: { lambdaFsd: 0.3, lambdaWsd: 0.01 } },
];

/**
 * A config of the task `given` to start from, whole and valid, with SGDm and APO-P: a small MLP on a noisy sine, or one of the poster's
 * networks, as narrow as it may be. Throws `ConfigError`.
 */
export function givenTemplate(name: string): object {
  const network = NETWORK_TEMPLATES.find((known) => known === name);
  if (network) {
    const { given, steps, words } = networkTemplate(network, SEED, short);
    process.stderr.write(`${network}: ${words}\n`);
    return { version: 1, task: "given", steps, backend: "cpu", optimizers: optimizers(), given };
  }
  if (!TEMPLATES.some((known) => known === name))
    throw new ConfigError([
      {
        title: `There is no template "${name}"`,
        detail: `Allowed: ${TEMPLATES.join(", ")}.`,
        remedy: "Write --template mlp.",
      },
    ]);
  const layers = [
    { kind: "dense", inputs: 1, outputs: HIDDEN, activation: "tanh", bias: true },
    { kind: "dense", inputs: HIDDEN, outputs: 1, activation: "linear", bias: true },
  ] as const;
  const { normal, integer } = stream(SEED, "template");
  const x = Array.from({ length: EXAMPLES }, (_, row) => [short(-1 + (2 * row) / (EXAMPLES - 1))]);
  const batches = () => Array.from({ length: STEPS }, () => Array.from({ length: BATCH }, () => integer(EXAMPLES)));
  const weights = initialParams(SEED, layers).map((values, layer) => {
    const columns = 1 + (layers[layer]?.inputs ?? 0);
    return Array.from({ length: values.length / columns }, (_, row) =>
      Array.from(values.subarray(row * columns, (row + 1) * columns), short),
    );
  });
  return {
    version: 1,
    task: "given",
    steps: STEPS,
    backend: "cpu",
    optimizers: optimizers(),
    given: {
      layers,
      loss: "squaredError",
      x,
      xShape: [1],
      y: x.map(([value = 0]) => [short(Math.sin(6 * value) + 0.1 * normal())]),
      initialParams: weights,
      batches: batches(),
      fsdBatches: batches(),
    },
  };
}
