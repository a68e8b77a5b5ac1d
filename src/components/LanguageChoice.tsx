import { useState } from "react";
import { languageOf, type SpokenLanguage } from "../jsx/speak";
import { speakLanguage } from "../jsx/speakLanguage";
import { useExperiment } from "../store/experiment/experimentStore";
import { useActions } from "./ui/actionsContext";

/** Each by its own name. */
const LANGUAGES = { en: "English", de: "Deutsch" } as const;

/** The page's language, for good. The page is drawn anew; the run and its log are not React's, and go on. */
export function LanguageChoice() {
  const actions = useActions();
  const chosen = useExperiment((state) => state.display.language);
  const [isLate, setLate] = useState(false);
  const spoken = chosen === "auto" ? languageOf(location.search) : chosen;
  const choose = (language: SpokenLanguage) => {
    setLate(false);
    speakLanguage(language).then(
      () => actions.setLanguage(language),
      () => setLate(true),
    );
  };
  return (
    <fieldset className="segments">
      <legend>Language</legend>
      {(["en", "de"] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="language" value={one} checked={one === spoken} onChange={() => choose(one)} />
          <span lang={one} translate="no">
            {LANGUAGES[one]}
          </span>
        </label>
      ))}
      {isLate ? (
        <p role="alert">The texts in that language could not be loaded. Check the connection, and choose it again.</p>
      ) : null}
    </fieldset>
  );
}
