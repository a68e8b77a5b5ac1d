import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { SavedMoment } from "./SavedMoment";

const NOON = new Date(2026, 9, 12, 14, 3).getTime();

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["en", "12 Oct, 14:03"],
  ["de", "12. Okt., 14:03"],
])("a moment in %s is %s", (lang, text) => {
  vi.stubGlobal("document", { documentElement: { lang } });
  const drawn = renderToStaticMarkup(<SavedMoment at={NOON} />);
  expect(drawn).toBe(`<time lang="${lang}" dateTime="${new Date(NOON).toISOString()}">${text}</time>`);
});
