import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/config/german/index";
import type { Words } from "../../src/config/german/words";
import { messagesIn } from "./messages";
import { SAME_WORDS } from "./sameWords";
import { pageWords } from "./sources";

const files = pageWords();
const english = new Set(files.flatMap(({ messages }) => messages));

const places = (text: string) => (text.match(/\{\d+\}/g) ?? []).toSorted().join();

/** Every file of texts; `all.ts` joins those of its folder. */
const LISTS = import.meta.glob<Record<string, Words>>(
  ["../../src/config/german/{page,teaching}/**/*.ts", "!**/all.ts"],
  { eager: true },
);

describe("German", () => {
  it("every text of the page is in the catalogue, or is the same in both languages", () => {
    expect(english.size).toBeGreaterThan(2000);
    const left = files.flatMap(({ file, messages }) =>
      messages.filter((text) => !(text in GERMAN || SAME_WORDS.has(text))).map((text) => `${file}: ${text}`),
    );
    expect(left).toEqual([]);
  });

  it("has no text that the page no longer says, in either list", () => {
    expect([...Object.keys(GERMAN), ...SAME_WORDS].filter((text) => !english.has(text))).toEqual([]);
    expect([...SAME_WORDS].filter((text) => text in GERMAN)).toEqual([]);
  });

  it("says each text in one place: of two the later would win unseen", () => {
    const lists = Object.values(LISTS).flatMap((list) => Object.values(list));
    const texts = lists.flatMap((words) => Object.keys(words));
    expect(lists.length).toBeGreaterThan(40);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("keeps every value and element of a text", () => {
    const other = Object.entries(GERMAN).filter(([text, german]) => places(text) !== places(german));
    expect(other).toEqual([]);
  });

  it("has no em dash, no space at an end, no empty text", () => {
    expect(Object.values(GERMAN).filter((text) => /—|^\s|\s$|^$/.test(text))).toEqual([]);
  });
});

describe("texts of a module", () => {
  it.each([
    ["<p>\n  Move <b>this</b>, then play {n} steps.\n</p>", ["Move {0}, then play {1} steps.", "this"]],
    ['<p>Seed{" "}\n  {seed}</p>', ["Seed {0}"]],
    ["<p className='a b'>{done ? 'done' : 'not yet'}</p>", ["done", "not yet"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source
    ["<p>{`${count} of ${all} steps`}</p>", ["{0} of {1} steps"]],
    ["<Dialog title='Settings' id='One two' />", ["Settings"]],
    ["<code>one two</code>", []],
    ["<i lang='de'>One two</i>", []],
    ["<><b>One</b> more</>", ["{0} more", "One"]],
  ])("of %s are %j", (jsx, messages) => {
    expect(messagesIn(`const a = ${jsx};`, true)).toEqual(messages);
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source
    ['const a = { title: "No room", kind: "no-room", text: `At step ${n}` };', ["No room", "At step {0}"]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source
    ['const a = `${b} and ` + `${c ? "part" : "parts"} of it`;', ["{0} and {1} of it", "part", "parts"]],
    ['import a from "One two"; type B = "One two"; if (b === "One two") c.querySelector("a b");', []],
    ['throw new Error("No such thing");', []],
    ['throw new TaskError("No such thing", x);', ["No such thing"]],
    ['const a = "Now {rate eta-1e-4}, then {loss sgd}";', ["Now {0}, then {1}"]],
    ['const a = ["translate(3 4)", "(max-width: 480px)", "M3 4h2", "ArrowLeft", "./a b"];', []],
  ])("of %s are %j", (source, messages) => {
    expect(messagesIn(source, false)).toEqual(messages);
  });
});
