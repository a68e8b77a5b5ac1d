import { expect, test } from "vitest";
import { isCharacterKey, repeats, shortcutName } from "./shortcutName";

test.each([
  ["US", { key: "r", code: "KeyR" }, "r"],
  ["US, Caps Lock", { key: "N", code: "KeyN" }, "n"],
  ["US, ?", { key: "?", code: "Slash", shiftKey: true }, "?"],
  ["US, arrow", { key: "ArrowRight", code: "ArrowRight" }, "ArrowRight"],
  ["US, arrow with Shift", { key: "ArrowRight", code: "ArrowRight", shiftKey: true }, "Shift+ArrowRight"],
  ["number pad", { key: "2", code: "Numpad2" }, "2"],
  ["Dvorak: the letter says it", { key: "n", code: "KeyL" }, "n"],
  ["Dvorak: its place does not", { key: "p", code: "KeyR" }, "p"],
  ["AZERTY: digits need Shift, the row's places do not", { key: "é", code: "Digit2" }, "2"],
  ["AZERTY with Shift", { key: "2", code: "Digit2", shiftKey: true }, "2"],
  ["US, ! is no 1", { key: "!", code: "Digit1", shiftKey: true }, "!"],
  ["Turkish F: ı is a Latin letter", { key: "ı", code: "KeyR" }, "ı"],
  ["Polish", { key: "ł", code: "KeyL" }, "ł"],
  ["Russian к", { key: "к", code: "KeyR" }, "r"],
  ["Russian т, Caps Lock", { key: "Т", code: "KeyN" }, "n"],
  ["Russian ?", { key: "?", code: "Digit7", shiftKey: true }, "?"],
  ["Greek ρ", { key: "ρ", code: "KeyR" }, "r"],
  ["Hebrew ר", { key: "ר", code: "KeyR" }, "r"],
  ["Arabic ق", { key: "ق", code: "KeyR" }, "r"],
  ["Arabic ؟", { key: "؟", code: "Slash", shiftKey: true }, "?"],
  ["Arabic-Indic digit", { key: "٣", code: "Digit3" }, "3"],
  ["Korean ㅜ", { key: "ㅜ", code: "KeyN" }, "n"],
  ["Thai พ", { key: "พ", code: "KeyR" }, "r"],
  ["Thai: two code units at once", { key: "ลำ", code: "KeyL" }, "ลำ"],
  ["a dead key", { key: "Dead", code: "KeyN" }, "Dead"],
  ["an input method at work", { key: "Process", code: "KeyR" }, "Process"],
  ["F2", { key: "F2", code: "F2" }, "F2"],
] as const)("%s", (_, pressed, name) => {
  expect(shortcutName({ shiftKey: false, ...pressed })).toBe(name);
});

test("characters can be switched off, and only the arrows go on while they are held", () => {
  const names = [" ", "r", "?", "9", "ArrowLeft", "ArrowRight", "Shift+ArrowRight", "Escape"];
  expect(names.filter(isCharacterKey)).toEqual([" ", "r", "?", "9"]);
  expect(names.filter(repeats)).toEqual(["ArrowLeft", "ArrowRight"]);
});
