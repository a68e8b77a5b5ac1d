/** As many float32 as fit in `Lanes` (v128, u64 or u32), zeros behind them. */
export function loadLanes<Lanes>(from: usize): v128 {
  if (sizeof<Lanes>() === 16) return v128.load(from);
  return sizeof<Lanes>() === 8 ? v128.load64_zero(from) : v128.load32_zero(from);
}

/** The first values, as many as fit in `Lanes`. */
export function storeLanes<Lanes>(to: usize, values: v128): void {
  if (sizeof<Lanes>() === 16) v128.store(to, values);
  else if (sizeof<Lanes>() === 8) v128.store64_lane(to, values, 0);
  else v128.store32_lane(to, values, 0);
}
