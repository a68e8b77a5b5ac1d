/** Threads of a workgroup that goes through rows, each with every so manieth value of a row. */
export const LANES = 64;

const across = (name: string, combined: string) => `
fn ${name}(thread: u32, value: f32) -> f32 {
  workgroupBarrier();
  lanes[thread] = value;
  workgroupBarrier();
  for (var half = ${LANES / 2}u; half > 0u; half /= 2u) {
    if (thread < half) { lanes[thread] = ${combined}; }
    workgroupBarrier();
  }
  return lanes[0];
}`;

/** WGSL of the sum and the largest of all lanes' values, which all lanes get; each has to ask. */
export const LANES_CODE = `
var<workgroup> lanes: array<f32, ${LANES}>;
${across("addUpLanes", "lanes[thread] + lanes[thread + half]")}
${across("largestOfLanes", "max(lanes[thread], lanes[thread + half])")}`;

/** WGSL that visits a lane's own values `c` of a row of so many. */
export const eachOfLane = (count: string, visit: string): string => `
  for (var c = thread; c < ${count}; c += ${LANES}u) { ${visit} }`;
