import "./bar.css";
import type { ReactNode } from "react";
import { BarButton, type BarButtonProps } from "./BarButton";
import { TRANSPORT_IDS, type TransportId } from "./barButtons";

interface TransportGroupProps {
  /** What is in each place; without it nothing can be pressed yet. */
  buttons?: Record<TransportId, BarButtonProps>;
  /** What is around Step and Meta-step, and moves between them; nothing while nothing can be pressed. */
  stepsIn?: (steps: ReactNode) => ReactNode;
  /** On a phone: what opens the controls. */
  children?: ReactNode;
}

/** Step and Meta-step are one tab stop: of what one looks at first, at most twenty places are. */
const isStep = (place: TransportId) => place === "step" || place === "metaStep";

/** The places of Reset, Play, Step and Meta-step. */
export function TransportGroup({ buttons, stepsIn = (steps) => steps, children }: TransportGroupProps) {
  const buttonOf = (place: TransportId) => (
    <BarButton
      key={place}
      {...(buttons?.[place] ?? { button: place, disabled: true })}
      {...(isStep(place) && { "data-roving": true, tabIndex: place === "step" ? 0 : -1 })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
    <div className="transport" role="group" aria-label="Transport">
      {TRANSPORT_IDS.filter((place) => !isStep(place)).map(buttonOf)}
      {stepsIn(TRANSPORT_IDS.filter(isStep).map(buttonOf))}
      {children}
    </div>
  );
}
