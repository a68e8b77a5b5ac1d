import type { Words } from "../words";

/** The bar at the top. */
export const BAR_WORDS: Words = {
  Play: "Abspielen",
  Pause: "Anhalten",
  "Your own settings": "Eigene Einstellungen",
};
