import { Children, type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../ui/Icon";
import { MathText } from "../ui/MathSymbol";
import "./notices.css";

const SIGNS = { info: "info", warning: "warning", error: "error" } as const;
const TONES = { info: "", warning: "warn", error: "bad" } as const;

/** A message as a card shows it. */
export interface CardModel {
  key: string;
  level: keyof typeof SIGNS;
  title: string;
  text: string;
  /** Somebody has to decide something: it stays until they do. Any other goes away by itself. */
  stays: boolean;
  /** Null where it goes with what it speaks of. */
  onDismiss: (() => void) | null;
}

interface CardProps {
  card: CardModel;
  /** Somebody points at the cards or is among them with the keyboard: none goes away. */
  isHeld: boolean;
  /** Buttons, the way on. */
  children?: ReactNode;
}

/** A message in the strip of notices; errors are announced at once. */
export function Card({ card: { level, title, text, stays, onDismiss }, isHeld, children }: CardProps) {
  useTimeToGo(stays || isHeld ? null : readingMs(title + text), () => onDismiss?.());
  return (
    <div className="notice" role={level === "error" ? "alert" : "status"}>
      <Icon name={SIGNS[level]} className={`sign ${TONES[level]}`} />
      <div className="words">
        <b>
          <MathText text={title} />
        </b>{" "}
        <p>
          <MathText text={text} />
        </p>
      </div>
      {Children.toArray(children).length > 0 ? <div className="actions">{children}</div> : null}
      {onDismiss ? (
        <button type="button" className="btn quiet square close" aria-label={`Dismiss: ${title}`} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  );
}

/** Time to read a text twice over, slowly. */
function readingMs(text: string): number {
  return 6000 + 60 * text.length;
}

/** Calls back after so long without a break; null: not now. */
function useTimeToGo(ms: number | null, onGone: () => void): void {
  const latest = useRef(onGone);
  latest.current = onGone;
  useEffect(() => {
    if (ms === null) return;
    const timer = setTimeout(() => latest.current(), ms);
    return () => clearTimeout(timer);
  }, [ms]);
}
