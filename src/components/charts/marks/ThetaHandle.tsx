import { type PointerEvent, useEffect, useRef } from "react";
import type { Point } from "../../../config/tables/landscape";
import type { PlaneFrame } from "../geometry/planeFrame";
import "./thetaHandle.css";

interface ThetaHandleProps {
  frame: PlaneFrame;
  theta: Point;
  onMove: (theta: Point) => void;
}

/** θ under the pointer: dragged by its handle, or put anywhere with the mouse. The keys have sliders of their own. */
export function ThetaHandle({ frame, theta, onMove }: ThetaHandleProps) {
  /** θ before the drag, while there is one. */
  const before = useRef<Point | null>(null);
  const reach = useRef<SVGCircleElement>(null);
  useEffect(() => {
    const keep = (event: TouchEvent) => event.preventDefault(); // Chromium scrolls all the same, whatever the circle's touch-action
    const circle = reach.current;
    circle?.addEventListener("touchstart", keep, { passive: false });
    return () => circle?.removeEventListener("touchstart", keep);
  }, []);
  const { left, right, top, bottom, unit: u } = frame;
  const move = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (box) onMove(frame.pointAt(event.clientX - box.left, event.clientY - box.top));
  };
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    // a finger that starts beside the handle scrolls the page
    const isOnHandle = (event.target as Element).classList.contains("theta-reach");
    if (event.button !== 0 || (event.pointerType !== "mouse" && !isOnHandle)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    before.current = theta;
    move(event);
  };
  const stop = () => {
    before.current = null;
  };
  const restore = () => {
    if (before.current) onMove(before.current);
    stop();
  };
  const [x, y] = [frame.x(theta[0]), frame.y(theta[1])];
  return (
    <g
      className="theta"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => before.current && move(event)}
      onPointerUp={stop}
      onPointerCancel={restore}
    >
      <rect className="theta-ground" x={left} y={top} width={right - left} height={bottom - top} />
      <circle className="theta-ring" cx={x} cy={y} r={13 * u} />
      <circle className="theta-dot" cx={x} cy={y} r={7 * u} />
      <circle ref={reach} className="theta-reach" cx={x} cy={y} r={22 * u} />
    </g>
  );
}
