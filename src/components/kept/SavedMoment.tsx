/** How each language of the page writes a day: "12 Nov", "12. Nov." */
const LOCALES = { en: "en-GB", de: "de-DE" } as const;

/** A day and a time of it, as the language of the page writes them. */
export function SavedMoment({ at }: { at: number }) {
  const language = document.documentElement.lang === "de" ? "de" : "en";
  const when = new Date(at);
  return (
    <time lang={language} dateTime={when.toISOString()}>
      {when.toLocaleString(LOCALES[language], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })}
    </time>
  );
}
