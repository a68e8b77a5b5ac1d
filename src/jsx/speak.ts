import { readChoice } from "../store/session/choices";

/** The languages of the page. */
export type SpokenLanguage = "en" | "de";

/** The language that a link asks for; without a word of it the one chosen before, or the browser's. An embed is English unless asked. */
export function languageOf(search: string): SpokenLanguage {
  const [, asked] = /[?&]lang=(de|en)\b/i.exec(search) ?? [];
  const wished = asked ?? (/[?&]embed\b/.test(search) ? "en" : (readChoice("language") ?? navigator.language));
  return /^de/i.test(wished) ? "de" : "en";
}
