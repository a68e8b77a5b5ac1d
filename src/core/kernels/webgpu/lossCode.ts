/** A loss is a sum of terms, of each row or of each value: `term(at)` returns one and writes its part of the gradient. */
interface LossCode {
  per: "row" | "value";
  code: string;
}

/** WGSL functions for the softmax of the row of an input that begins at `start`. */
const softmaxOf = (input: string) => `
fn ${input}Largest(start: u32) -> f32 {
  var largest = ${input}[start];
  for (var c = 1u; c < WIDTH; c++) { largest = max(largest, ${input}[start + c]); }
  return largest;
}
fn ${input}Total(start: u32, largest: f32) -> f32 {
  var total = 0.0;
  for (var c = 0u; c < WIDTH; c++) { total += exp(${input}[start + c] - largest); }
  return total;
}`;

/** Both softmax distributions of a row: now and old of class c, and the logarithm of their ratio. */
const BOTH_SOFTMAX = `${softmaxOf("a")}${softmaxOf("b")}
struct Both { start: u32, aLargest: f32, aTotal: f32, bLargest: f32, bTotal: f32 }
fn bothOf(start: u32) -> Both {
  let aLargest = aLargest(start);
  let bLargest = bLargest(start);
  return Both(start, aLargest, aTotal(start, aLargest), bLargest, bTotal(start, bLargest));
}
fn now(row: Both, c: u32) -> f32 { return exp(a[row.start + c] - row.aLargest) / row.aTotal; }
fn old(row: Both, c: u32) -> f32 { return exp(b[row.start + c] - row.bLargest) / row.bTotal; }
fn logRatio(row: Both, c: u32) -> f32 {
  return (a[row.start + c] - row.aLargest - log(row.aTotal)) - (b[row.start + c] - row.bLargest - log(row.bTotal));
}`;

/** log(1 + e) for e in [0, 1] as 2 artanh(e / (2 + e)), whose series has an error of 2e-8 here. */
const SIGMOID = `
fn log1p(e: f32) -> f32 {
  let s = e / (2.0 + e);
  let q = s * s;
  let series = 1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q * (1.0 / 13.0)))));
  return 2.0 * s * (1.0 + q * series);
}
fn softplus(x: f32) -> f32 { return max(x, 0.0) + log1p(exp(-abs(x))); }
fn sigmoid(x: f32) -> f32 {
  let e = exp(-abs(x));
  return select(1.0, e, x < 0.0) / (1.0 + e);
}`;

/** Of a and b: see the plain compositions in `losses.ts` and `bernoulliLosses.ts`. */
export const LOSS_CODE = {
  halfSquaredDistance: {
    per: "value",
    code: `
fn term(at: u32) -> f32 {
  let difference = a[at] - b[at];
  grad[at] = difference / rows();
  return 0.5 * difference * difference;
}`,
  },
  softmaxCrossEntropy: {
    per: "row",
    code: `${softmaxOf("a")}
fn term(at: u32) -> f32 {
  let start = at * WIDTH;
  let largest = aLargest(start);
  let total = aTotal(start, largest);
  let logTotal = log(total);
  var sum = 0.0;
  for (var c = 0u; c < WIDTH; c++) {
    let shifted = a[start + c] - largest;
    sum -= b[start + c] * (shifted - logTotal);
    grad[start + c] = (exp(shifted) / total - b[start + c]) / rows();
  }
  return sum;
}`,
  },
  softmaxDivergenceFromOld: {
    per: "row",
    code: `${BOTH_SOFTMAX}
fn term(at: u32) -> f32 {
  let row = bothOf(at * WIDTH);
  var sum = 0.0;
  for (var c = 0u; c < WIDTH; c++) {
    sum -= old(row, c) * logRatio(row, c);
    grad[row.start + c] = (now(row, c) - old(row, c)) / rows();
  }
  return sum;
}`,
  },
  softmaxDivergenceFromNew: {
    per: "row",
    code: `${BOTH_SOFTMAX}
fn term(at: u32) -> f32 {
  let row = bothOf(at * WIDTH);
  var sum = 0.0;
  for (var c = 0u; c < WIDTH; c++) { sum += now(row, c) * logRatio(row, c); }
  for (var c = 0u; c < WIDTH; c++) { grad[row.start + c] = now(row, c) * (logRatio(row, c) - sum) / rows(); }
  return sum;
}`,
  },
  bernoulliCrossEntropy: {
    per: "value",
    code: `${SIGMOID}
fn term(at: u32) -> f32 {
  grad[at] = (sigmoid(a[at]) - b[at]) / rows();
  return softplus(a[at]) - b[at] * a[at];
}`,
  },
  bernoulliDivergenceFromOld: {
    per: "value",
    code: `${SIGMOID}
fn term(at: u32) -> f32 {
  grad[at] = (sigmoid(a[at]) - sigmoid(b[at])) / rows();
  return softplus(a[at]) - softplus(b[at]) - sigmoid(b[at]) * (a[at] - b[at]);
}`,
  },
  bernoulliDivergenceFromNew: {
    per: "value",
    code: `${SIGMOID}
fn term(at: u32) -> f32 {
  let now = sigmoid(a[at]);
  let change = a[at] - b[at];
  grad[at] = now * (1.0 - now) * change / rows();
  return now * change - (softplus(a[at]) - softplus(b[at]));
}`,
  },
} as const satisfies Record<string, LossCode>;

export type LossName = keyof typeof LOSS_CODE;
