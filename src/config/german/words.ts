/**
 * German by English: what a person reads, its spaces as JSX has them, with {0}, {1}, ... in the place of each value or element.
 * The German has the same places, in any order.
 */
export type Words = Readonly<Record<string, string>>;
