import { expect, test } from "vitest";
import { GERMAN } from "../../src/config/german/index";
import { translatorOf } from "../../src/config/language/translator";
import { ENGLISH } from "./english";

const SNAPSHOTS = import.meta.glob<string>("../../src/gallery/snapshots/*.txt", {
  eager: true,
  query: "?raw",
  import: "default",
});

test("what each figure of the gallery says, joined of many texts, is German to the last word", () => {
  const { said } = translatorOf(GERMAN);
  const texts = Object.values(SNAPSHOTS).flatMap((snapshot) => /^words: (.*)$/m.exec(snapshot)?.[1] ?? []);
  expect(texts.length).toBeGreaterThan(50);
  const symbols = (text: string) => text.replace(/λ(?=[FW]SD)/g, "λ_"); // as it is before it is set
  const left = texts.map((text) => said(symbols(text))).filter((german) => ENGLISH.test(german));
  expect(left).toEqual([]);
});
