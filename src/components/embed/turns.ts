/** Keys that turn to another chart or scene: those of a clicker always, arrows where no slider has them. */
export const TURNS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };
