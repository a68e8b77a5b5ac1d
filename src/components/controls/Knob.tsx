import type { ReactNode } from "react";
import { KNOB_PARTS } from "../../config/tables/walk";
import type { KnobModel } from "../../store/controls/knobModels";
import { knobValueAt } from "../../store/controls/knobSelectors";
import { useActions } from "../ui/actionsContext";
import { sliderTestId } from "../ui/testIds";
import { usePointedAt } from "../ui/usePointedAt";
import { KnobField } from "./KnobField";

interface KnobProps {
  knob: KnobModel;
  run: string;
  /** Without words below it. */
  compact?: boolean;
  /** Before the symbol: whose it is, where several stand together. */
  children?: ReactNode;
}

/** One live knob of a run. */
export function Knob({ knob, run, compact = false, children }: KnobProps) {
  const actions = useActions();
  const isPointedAt = usePointedAt(KNOB_PARTS.find((part) => part === knob.name) ?? null);
  return (
    <KnobField
      knob={knob}
      testId={sliderTestId(children ? `${run}.${knob.name}` : knob.name)}
      valueAt={(position) => knobValueAt(knob, position)}
      onSet={(value) => actions.setHyperparam(run, knob.name, value)}
      compact={compact}
      isPointedAt={isPointedAt}
    >
      {children}
    </KnobField>
  );
}
