import { memo, useMemo } from "react";
import type { LandscapeFrame } from "./landscapeFrame";
import { flipped, lossLevels, sublevel } from "./levels";
import "./landscape.css";

interface LossLevelsProps {
  frame: LandscapeFrame;
  /** On the contour grid. */
  loss: Float32Array;
  leastLoss: number;
}

/** Level lines of the loss, darker towards its minimum. */
export const LossLevels = memo(function LossLevels({ frame, loss, leastLoss }: LossLevelsProps) {
  const paths = useMemo(() => {
    const upsideDown = flipped(loss);
    return lossLevels(loss, leastLoss).map((level) => ({ level, path: sublevel(upsideDown, level, frame).path }));
  }, [frame, loss, leastLoss]);
  return (
    <g className="loss-levels">
      {paths.map(({ level, path }) => (
        <path key={level} d={path} />
      ))}
    </g>
  );
});
