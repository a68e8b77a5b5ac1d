/** A picture of a loop: the step that it shows, and for how long. */
export interface GifFrame {
  step: number;
  ms: number;
}

/** A loop takes 10 s. */
const LOOP_MS = 10_000;
/** Of them the last picture, so that the end can be read. */
const LAST_MS = 2_000;
const MOST_MOVES = 40;
/** GIF counts time in hundredths of a second. */
const UNIT_MS = 10;

/** The pictures of a loop over steps 0 to `last`: at most 41, evenly spread, 10 s together to the hundredth. */
export function gifFrames(last: number): GifFrame[] {
  const moves = Math.min(Math.max(0, last), MOST_MOVES);
  if (moves === 0) return [{ step: 0, ms: LOOP_MS }];
  const start = (frame: number) => UNIT_MS * Math.round(((LOOP_MS - LAST_MS) / UNIT_MS / moves) * frame);
  return Array.from({ length: moves + 1 }, (_, frame) => ({
    step: Math.round((last * frame) / moves),
    ms: frame === moves ? LAST_MS : start(frame + 1) - start(frame),
  }));
}
