import { GERMAN } from "../config/german/index";
import type { Speech } from "../config/language/said";
import { translatorOf } from "../config/language/translator";
import { saidProps } from "./saidProps";

/** Texts that were looked up and not found, for tests. */
interface MissedWords {
  missedWords?: Set<string>;
}

/** The page in German. A test that has laid a set at `window.missedWords` finds in it what is not. */
export function germanSpeech(): Speech {
  const { missedWords } = globalThis as MissedWords;
  const { said, settle } = translatorOf(GERMAN, missedWords && ((text) => missedWords.add(text)));
  return {
    said,
    cut(text, by) {
      const pieces = said(text).split(by);
      for (const piece of pieces) settle(piece);
      return pieces;
    },
    props: (type, props) => saidProps(type, props, said) as typeof props,
  };
}
