import { type KeyboardEvent, type ReactNode, useRef } from "react";

const MOVES: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A group that is one tab stop: the arrow keys, Home and End move among the elements marked `data-roving`, of which the
 * caller gives exactly one `tabIndex` 0 at first.
 */
export function Roving({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(group.current?.querySelectorAll<HTMLElement>("[data-roving]:not(:disabled)") ?? [])];
    const next = roveTo(items, event.key);
    if (!next) return;
    event.preventDefault();
    for (const item of items) item.tabIndex = item === next ? 0 : -1;
    next.focus();
  };
  return (
    <div ref={group} role="toolbar" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
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
