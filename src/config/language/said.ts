/** How the page is drawn and speaks in another language than English. */
export interface Speech {
  /** A text that a person reads; itself where it has no translation. */
  said(text: string): string;
  /** A sentence cut at what a pattern captures, as `split` does; its pieces are not looked up again. */
  cut(text: string, by: RegExp): string[];
  /** Properties of an element of the page, with its texts in the language. */
  props<Props extends object>(type: unknown, props: Props): Props;
}

/** null: English, as it is written. */
export let speech: Speech | null = null;

/** From now on what is drawn and said is in that language. What was drawn before is to be drawn again. */
export function speakBy(next: Speech | null): void {
  speech = next;
}

/** A text in the page's language, for what is no element: a title of a document, a width to be measured. */
export const said = (text: string): string => speech?.said(text) ?? text;

/** A sentence in the page's language, cut at what a pattern captures, as `split` does. */
export const saidCut = (text: string, by: RegExp): string[] => speech?.cut(text, by) ?? text.split(by);
