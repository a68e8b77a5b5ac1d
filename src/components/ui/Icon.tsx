import "./icon.css";

const FILLED = {
  reset: "M2.5 3h2v10h-2zM13.5 3v10L5.5 8z",
  play: "M4 2.5v11L13.5 8z",
  pause: "M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z",
  step: "M3 3v10l7-5zM11 3h2v10h-2z",
  more: "M2 6.6h2.8v2.8H2zM6.6 6.6h2.8v2.8H6.6zM11.2 6.6H14v2.8h-2.8z",
  metaStep: "M1 3v10l6-5zM7 3v10l6-5zM13.2 3h2v10h-2z",
} as const;

const STROKED = {
  sliders:
    "M1.5 4.5h7M12.5 4.5h2M1.5 11.5h2M7.5 11.5h7M8.7 4.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M3.7 11.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0",
  again: "M13.5 8A5.5 5.5 0 1 1 11.7 3.9M12 1.2v3h-3",
  replay: "M2.5 8A5.5 5.5 0 1 0 4.3 3.9M4 1.2v3h3M8 5v3.2l2.2 1.4",
  share: "M8 10V1.8M5 4.5l3-3 3 3M3 8v6h10V8",
  help: "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.6.3-.8.6-.8 1.3M8 11.6v.1",
  book: "M8 3.6C6.4 2.4 4 2 1.5 2.5v10.2c2.5-.5 4.9-.1 6.5 1.1 1.6-1.2 4-1.6 6.5-1.1V2.5C12 2 9.6 2.4 8 3.6zM8 3.6v10",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  check: "M3 8.5l3.2 3.2L13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2l6.7 11.8H1.3zM8 6.4v3.4M8 11.8v.1",
  error: "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M8 4.6v4.2M8 11.2v.1",
  info: "M1.5 8a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M8 7.2v4.2M8 4.7v.1",
  doing: "M4.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
} as const;

/** The drawings there are. */
export type IconName = keyof typeof FILLED | keyof typeof STROKED;

/** A 16 px drawing beside words that say the same. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  const filled = name in FILLED ? FILLED[name as keyof typeof FILLED] : null;
  return (
    <svg className={`icon ${filled ? "" : "stroke"} ${className ?? ""}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={filled ?? STROKED[name as keyof typeof STROKED]} />
    </svg>
  );
}
