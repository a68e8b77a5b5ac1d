import { useRef } from "react";
import type { Frame } from "./frame";

/** The frame of the last render as long as the new one is the same to the eye, so that axes are not drawn again. */
export function useStableFrame(frame: Frame): Frame {
  const last = useRef(frame);
  if (keyOf(last.current) !== keyOf(frame)) last.current = frame;
  return last.current;
}

function keyOf({ box, xScale, xDomain, yDomain, xTicks, yTicks }: Frame): string {
  return JSON.stringify([box, xScale, xDomain, yDomain, xTicks, yTicks]);
}
