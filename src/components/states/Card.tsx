import { Children, type ReactNode } from "react";
import { Icon } from "../ui/Icon";
import "./notices.css";

const SIGNS = { info: "info", warning: "warning", error: "error" } as const;
const TONES = { info: "", warning: "warn", error: "bad" } as const;

interface CardProps {
  level: keyof typeof SIGNS;
  title: string;
  text: string;
  onDismiss: () => void;
  /** Buttons, the way on. */
  children?: ReactNode;
}

/** A message that floats over a corner of the page until it is dismissed; errors are announced at once. */
export function Card({ level, title, text, onDismiss, children }: CardProps) {
  return (
    <div className="notice" role={level === "error" ? "alert" : "status"}>
      <Icon name={SIGNS[level]} className={`sign ${TONES[level]}`} />
      <div>
        <b>{title}</b>
        <p>{text}</p>
        {Children.toArray(children).length > 0 ? <div className="actions">{children}</div> : null}
      </div>
      <button type="button" className="btn quiet square close" aria-label={`Dismiss: ${title}`} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
