/** Of keys that a host may still tell by their number. */
const KEY_CODES: Record<string, number> = {
  ...{ PageUp: 33, PageDown: 34, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 },
  Escape: 27,
};

/** A key that a figure gives to the page around it, as the page's own. */
export function keydownOf(key: KeyboardEventInit & { key: string }): KeyboardEvent {
  const code = KEY_CODES[key.key] ?? 0;
  const event = { ...key, keyCode: code, which: code, bubbles: true, composed: true, cancelable: true };
  return new KeyboardEvent("keydown", event);
}
