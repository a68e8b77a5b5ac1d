import { type KeyboardEvent, type ReactNode, useRef } from "react";

const MOVES: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface RovingProps {
  label: string;
  className?: string;
  /** Elements elsewhere on the page that belong to the group, behind its own. */
  others?: string;
  children: ReactNode;
}

/**
 * A group that is one tab stop: the arrow keys, Home and End move among the elements marked `data-roving`, of which the
 * caller gives exactly one `tabIndex` 0 at first.
 */
export function Roving({ label, className, others, children }: RovingProps) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(group.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    rove(event, others ? [...items, ...document.querySelectorAll<HTMLElement>(others)] : items);
  };
  return (
    <div ref={group} role="toolbar" aria-label={label} className={className} data-others={others} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

const ITEMS = "[data-roving]:not(:disabled)";

/** Moves from an element of the group that says `others` along all of them; where there is no such group, nothing moves. */
export function roveOthers(event: KeyboardEvent, others: string): void {
  const group = document.querySelector(`[role="toolbar"][data-others="${others}"]`);
  if (!group) return;
  rove(event, [...group.querySelectorAll<HTMLElement>(ITEMS), ...document.querySelectorAll<HTMLElement>(others)]);
}

function rove(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const next = roveTo(items, event.key);
  if (!next) return;
  event.preventDefault();
  for (const item of items) item.tabIndex = item === next ? 0 : -1;
  next.focus();
}

/** The element a key leads to from the one that has the focus, if any. */
function roveTo(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return undefined;
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  const move = MOVES[key];
  return move === undefined ? undefined : items[(at + move + items.length) % items.length];
}
