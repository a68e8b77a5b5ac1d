import { memo, useMemo } from "react";
import type { LandscapeBalls, LandscapeModel } from "../../../store/views/landscape/landscapeSelectors";
import type { LandscapeFrame } from "./landscapeFrame";
import { flipped, sublevel } from "./levels";
import "./landscape.css";

interface BallsProps {
  frame: LandscapeFrame;
  surfaces: NonNullable<LandscapeModel["surfaces"]>;
  balls: LandscapeBalls;
}

/** Inside them a price alone is less than there is to gain. A price of 0 has none. */
export const Balls = memo(function Balls({ frame, surfaces, balls }: BallsProps) {
  const { fsd, theta } = surfaces;
  const upsideDown = useMemo(() => flipped(fsd), [fsd]);
  const fsdBall = useMemo(
    () => (balls.fsdLevel === null ? null : sublevel(upsideDown, balls.fsdLevel, frame)),
    [upsideDown, balls.fsdLevel, frame],
  );
  const [x, y] = [frame.x(theta[0]), frame.y(theta[1])];
  return (
    <>
      {balls.wsdRadius === null ? null : (
        <circle className="ball wsd" data-ball="wsd" cx={x} cy={y} r={balls.wsdRadius * frame.perUnit} />
      )}
      {fsdBall ? <path className="ball fsd" data-ball="fsd" d={fsdBall.path} fillRule="evenodd" /> : null}
    </>
  );
});
