import type { IconName } from "../ui/Icon";

/** A button's words, drawing and style. */
interface ButtonPlace {
  name: string;
  icon: IconName;
  className: string;
}

/** The buttons of the bar: the transport's, Pause in the place of Play, and on a phone what opens the controls. */
export const BAR_BUTTONS = {
  reset: { name: "Reset", icon: "reset", className: "btn" },
  play: { name: "Play", icon: "play", className: "btn primary play" },
  playAgain: { name: "Play again", icon: "play", className: "btn primary play" },
  pause: { name: "Pause", icon: "pause", className: "btn primary play" },
  pausing: { name: "Pausing", icon: "play", className: "btn primary play" },
  step: { name: "Step", icon: "step", className: "btn" },
  metaStep: { name: "Meta-step", icon: "metaStep", className: "btn" },
  controls: { name: "Controls", icon: "sliders", className: "btn open-drawer" },
} satisfies Record<string, ButtonPlace>;
/** A button of the bar. */
export type BarButtonId = keyof typeof BAR_BUTTONS;

/** The button in the place of Play, by its label. */
export const PLAY_BUTTONS = { Play: "play", "Play again": "playAgain", Pause: "pause", Pausing: "pausing" } as const;

/** The places of the transport, left to right. */
export const TRANSPORT_IDS = ["reset", "play", "step", "metaStep"] as const;
/** A place of the transport. */
export type TransportId = (typeof TRANSPORT_IDS)[number];
