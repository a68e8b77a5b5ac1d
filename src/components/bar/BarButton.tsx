import type { ComponentProps } from "react";
import { Icon } from "../ui/Icon";
import { transportTestId } from "../ui/testIds";
import { BAR_BUTTONS, type BarButtonId } from "./barButtons";

/** What a button of the bar is, and what a button may have beside. */
export interface BarButtonProps extends Omit<ComponentProps<"button">, "type" | "className" | "children"> {
  button: BarButtonId;
  "data-pointed"?: true | undefined;
  "data-roving"?: boolean;
}

/** A button of the bar, with the words and the drawing of its place. */
export function BarButton({ button, ...rest }: BarButtonProps) {
  const { name, icon, className } = BAR_BUTTONS[button];
  return (
    <button type="button" className={className} data-testid={transportTestId(button)} {...rest}>
      <Icon name={icon} />
      <span>{name}</span>
    </button>
  );
}
