import { type KeyboardEvent, useRef } from "react";
import type { Point } from "../../config/tables/landscape";
import { PICTURE } from "../../config/tables/quadratics";
import { formatCoordinate } from "../../store/words/format";
import { SliderInput } from "../ui/Slider";
import { sliderTestId } from "../ui/testIds";

/** Stops along each axis. */
const STOPS = 120;

/** Left and right move along one axis, up and down along the other, whichever has the focus. */
const MOVES: Record<string, readonly [axis: 0 | 1, by: number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowUp: [1, 1],
  ArrowDown: [1, -1],
};

/** θ for keys and screen readers: a slider of two dimensions in one tab stop, not drawn; the handle shows its focus. */
export function PictureThetaKeys({ theta, onTheta }: { theta: Point; onTheta: (theta: Point) => void }) {
  const inputs = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)] as const;
  const moved = (axis: 0 | 1, to: number): Point => (axis === 0 ? [to, theta[1]] : [theta[0], to]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [axis, by] = move;
    const [low, high] = PICTURE.domain[axis];
    onTheta(moved(axis, theta[axis] + (by * (high - low)) / STOPS));
    inputs[axis].current?.focus({ preventScroll: true });
  };
  return (
    <div className="theta-keys hidden">
      {PICTURE.axes.map((name, at) => {
        const axis = at as 0 | 1;
        const [low, high] = PICTURE.domain[axis];
        return (
          <SliderInput
            key={name}
            ref={inputs[axis]}
            testId={sliderTestId(`picture.theta${axis + 1}`)}
            label={`θ in the picture, ${name}`}
            orientation={axis === 0 ? "horizontal" : "vertical"}
            tabIndex={axis === 0 ? 0 : -1}
            text={formatCoordinate(theta[axis])}
            value={theta[axis]}
            position={(theta[axis] - low) / (high - low)}
            stops={STOPS}
            valueAt={(position) => low + position * (high - low)}
            onSet={(to) => onTheta(moved(axis, to))}
            onKeyDown={onKeyDown}
          />
        );
      })}
    </div>
  );
}
