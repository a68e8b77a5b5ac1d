/** Before the names of kept choices: other pages of the same origin have their own. */
const CHOICE_PREFIX = "apo-lab.";

/** A choice that this browser has kept; null where it has none, or keeps nothing. */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(CHOICE_PREFIX + name);
  } catch {
    return null; // storage is forbidden, as in a sandboxed frame
  }
}

/** Keeps a choice of the person's for later visits. False: storage is forbidden or full, and it holds until the page is closed. */
export function keepChoice(name: string, choice: string): boolean {
  try {
    localStorage.setItem(CHOICE_PREFIX + name, choice);
    return true;
  } catch {
    return false;
  }
}
