/** A sentence where nothing can be typeset, as in a menu or a tooltip: "λ FSD" for λ_FSD, with a space that does not break. */
export function unsetText(text: string): string {
  return text.replaceAll("λ_", "λ\u202f");
}
