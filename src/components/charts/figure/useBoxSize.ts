import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { BoxSize } from "../geometry/geometry";

/** A presentation has sizes of its own. */
function textUnit(box: HTMLElement): number {
  const size = Number.parseFloat(getComputedStyle(box).getPropertyValue("--text-s"));
  return Number.isFinite(size) ? size / 13 : 1;
}

/** Size of an element, followed as it changes; null until it has been laid out. */
export function useBoxSize<Box extends HTMLElement>(): [RefObject<Box | null>, BoxSize | null] {
  const ref = useRef<Box>(null);
  const [size, setSize] = useState<BoxSize | null>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const measure = () => {
      const next = { width: box.clientWidth, height: box.clientHeight, unit: textUnit(box) };
      setSize((last) =>
        next.width < 10 || next.height < 10
          ? last
          : last && last.width === next.width && last.height === next.height && last.unit === next.unit
            ? last
            : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
