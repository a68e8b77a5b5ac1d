import "./controls.css";
import type { ComponentProps } from "react";

/** The place of the controls, beside the charts; on a phone a drawer. */
export function ControlsAside(props: ComponentProps<"aside">) {
  return <aside className="controls" aria-label="Controls" {...props} />;
}
