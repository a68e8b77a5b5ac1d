import { speakBy } from "../config/language/said";
import { readChoice } from "../store/session/choices";

/** The languages of the page. */
export type SpokenLanguage = "en" | "de";

const known = (text: string | null | undefined): SpokenLanguage | null =>
  text === "de" || text === "en" ? text : null;

/** The language that a link asks for; without a word of it the one chosen before, or the browser's. An embed is English unless asked. */
export function languageOf(search: string): SpokenLanguage {
  const parameters = new URLSearchParams(search);
  const asked = known(parameters.get("lang")?.trim().toLowerCase());
  if (asked || parameters.has("embed")) return asked ?? "en";
  return known(readChoice("language")) ?? (navigator.language.startsWith("de") ? "de" : "en");
}

/** From now on elements and texts are made in that language. Rejects where its script does not come. */
export async function speakLanguage(language: SpokenLanguage): Promise<void> {
  speakBy(language === "de" ? (await import("./germanSpeech")).germanSpeech() : null);
  document.documentElement.lang = language;
}
