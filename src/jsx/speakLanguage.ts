import { speakBy } from "../config/language/said";
import type { SpokenLanguage } from "./speak";

/** From now on elements and texts are made in that language. Rejects where its script does not come. */
export async function speakLanguage(language: SpokenLanguage): Promise<void> {
  speakBy(language === "de" ? (await import("./germanSpeech")).germanSpeech() : null);
  document.documentElement.lang = language;
}
