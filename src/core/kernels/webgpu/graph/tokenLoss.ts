import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { ValueAndGrad } from "../../operands/loss";
import type { GpuHeap } from "../heap";
import { runList } from "../lists";
import { sumOfValuesOnGpu } from "../reduce";
import { eachOfLane, LANES, LANES_CODE } from "./lanes";

/*
 * Losses of rows of outputs, each weighed with its share: a workgroup goes through a row, and a second launch adds up the rows.
 */

const EACH = (visit: string) => eachOfLane("classes(s)", visit);

/** WGSL of the softmax of a row of an input: its largest value and the logarithm of the sum of exponentials. */
const softmaxOf = (input: string) => `
  var ${input}Most = ${input}(s, start);${EACH(`${input}Most = max(${input}Most, ${input}(s, start + c));`)}
  let ${input}Largest = largestOfLanes(thread, ${input}Most);
  var ${input}Sum = 0.0;${EACH(`${input}Sum += exp(${input}(s, start + c) - ${input}Largest);`)}
  let ${input}Total = addUpLanes(thread, ${input}Sum);
  let ${input}Log = log(${input}Total);`;

const probability = (input: string) => `exp(${input}(s, start + c) - ${input}Largest) / ${input}Total`;
const logProbability = (input: string) => `(${input}(s, start + c) - ${input}Largest - ${input}Log)`;

/** Of a row: `value` in the first lane, and each value of the gradient. */
const ROW_CODE = {
  tokenCrossEntropy: `${softmaxOf("f")}
  let token = u32(other(s, group));
  let value = -(f(s, start + token) - fLargest - fLog);
  ${EACH(`set_grad(s, start + c, share * (${probability("f")} - select(0.0, 1.0, c == token)));`)}`,
  tokenDivergenceFromOld: `${softmaxOf("f")}${softmaxOf("other")}
  var part = 0.0;
  ${EACH(`let old = ${probability("other")};
    part -= old * (${logProbability("f")} - ${logProbability("other")});
    set_grad(s, start + c, share * (${probability("f")} - old));`)}
  let value = addUpLanes(thread, part);`,
  tokenDivergenceFromNew: `${softmaxOf("f")}${softmaxOf("other")}
  var part = 0.0;
  ${EACH(`part += ${probability("f")} * (${logProbability("f")} - ${logProbability("other")});`)}
  let value = addUpLanes(thread, part);
  ${EACH(`set_grad(s, start + c, share * (${probability("f")} * (${logProbability("f")} - ${logProbability("other")} - value)));`)}`,
} as const;

/** A loss of kernels/graph/tokenLoss.ts: of outputs [rows, classes], what they are measured by, and the rows' shares [rows, 1]. */
export function tokenLossOnGpu(
  gpu: GpuHeap,
  name: keyof typeof ROW_CODE,
  outputs: Tensor2D,
  other: Tensor2D,
  shares: Tensor2D,
): ValueAndGrad {
  const [rows, classes] = outputs.shape;
  const [grad, values] = [gpu.make<Tensor2D>(outputs.shape), gpu.make<Tensor2D>([rows, 1])];
  const code = () => `${LANES_CODE}
fn segment(s: Segment, group: u32, thread: u32) {
  let start = group * classes(s);
  let share = shares(s, group);
  ${ROW_CODE[name]}
  if (thread == 0u) { set_values(s, group, share * value); }
}`;
  const segment = {
    outputs: { grad, values },
    inputs: { f: outputs, other, shares },
    sizes: { classes },
    workgroups: rows,
  };
  runList(gpu, { key: name, threads: LANES, code }, [segment]);
  return { value: sumOfValuesOnGpu(gpu, values), grad };
}
