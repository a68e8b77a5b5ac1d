import "./bar.css";
import type { ReactNode } from "react";
import { BarButton, type BarButtonProps } from "./BarButton";
import { TRANSPORT_IDS, type TransportId } from "./barButtons";

interface TransportGroupProps {
  /** What is in each place; without it nothing can be pressed yet. */
  buttons?: Record<TransportId, BarButtonProps>;
  /** On a phone: what opens the controls. */
  children?: ReactNode;
}

/** The places of Reset, Play, Step and Meta-step. */
export function TransportGroup({ buttons, children }: TransportGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
    <div className="transport" role="group" aria-label="Transport">
      {TRANSPORT_IDS.map((place) => (
        <BarButton key={place} {...(buttons?.[place] ?? { button: place, disabled: true })} />
      ))}
      {children}
    </div>
  );
}
