import { type PointerEvent, useRef } from "react";
import type { AxisScale } from "../../store/experiment/chartAxes";
import { sceneStore } from "../../store/scenes/sceneStore";
import { emptied, type Sketch, type SketchPoint, withStroke } from "../../store/scenes/sketch";
import type { Frame } from "../charts/geometry/frame";
import { invertLinear, invertLog } from "../charts/geometry/geometry";
import "./scenes.css";

interface SketchLayerProps {
  frame: Frame;
  yScale: AxisScale;
  sketch: Sketch;
  sceneKey: string;
}

/** Takes the pointer where a curve can be drawn: right of where the run stands. For keys there are the choices. */
export function SketchLayer({ frame, yScale, sketch, sceneKey }: SketchLayerProps) {
  const last = useRef<SketchPoint | null>(null);
  const { box, x, xDomain, yDomain } = frame;
  const left = x(sketch.from);
  const pointAt = ({ currentTarget, clientX, clientY }: PointerEvent<SVGRectElement>): SketchPoint => {
    const corner = currentTarget.ownerSVGElement?.getBoundingClientRect();
    const inside = (at: number, low: number, high: number) => Math.max(low, Math.min(high, at));
    const [right, down] = [clientX - (corner?.left ?? 0), clientY - (corner?.top ?? 0)];
    const invert = yScale === "log" ? invertLog : invertLinear;
    return {
      step: invertLinear(xDomain, box.left, box.right, inside(right, left, box.right)),
      value: invert(yDomain, box.bottom, box.top, inside(down, box.top, box.bottom)),
    };
  };
  const draw = (event: PointerEvent<SVGRectElement>, from: SketchPoint | null) => {
    event.stopPropagation();
    const next = pointAt(event);
    const { sketches } = sceneStore.getState();
    const base = from ? (sketches[sceneKey] ?? sketch) : emptied(sketch);
    sceneStore.setState({ sketches: { ...sketches, [sceneKey]: withStroke(base, from ?? next, next) } });
    last.current = next;
  };
  return (
    <svg className="layer sketch-layer" width={box.width} height={box.height} aria-hidden="true">
      <rect
        x={left}
        y={box.top}
        width={Math.max(0, box.right - left)}
        height={box.bottom - box.top}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event, null);
        }}
        onPointerMove={(event) => {
          if (last.current) draw(event, last.current);
        }}
        onPointerUp={() => {
          last.current = null;
        }}
        onPointerCancel={() => {
          last.current = null;
        }}
      />
    </svg>
  );
}
