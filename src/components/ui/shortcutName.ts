/** What tells a key of the keyboard. */
type PressedKey = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

/**
 * A key by the name that shortcuts have: `KeyboardEvent.key` in lower case, with "Shift+" before an arrow. Letters of Latin
 * layouts are what they say; where the layout has another script, or digits only with Shift, the key's place says it.
 */
export function shortcutName({ key, code, shiftKey }: PressedKey): string {
  if (key.length > 1) return shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key;
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (digit !== undefined && !shiftKey && !/^[0-9]$/.test(key)) return digit;
  if (code === "Slash" && shiftKey && key.charCodeAt(0) > 127) return "?";
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)) return letter.toLowerCase();
  return key.toLowerCase();
}

/** Whether a shortcut is a character that a person may speak or type by accident (WCAG 2.1.4). */
export function isCharacterKey(name: string): boolean {
  return name.length === 1;
}

/** Whether a held key goes on acting: to go along the steps. Everything else is done once a press. */
export function repeats(name: string): boolean {
  return name === "ArrowLeft" || name === "ArrowRight";
}
