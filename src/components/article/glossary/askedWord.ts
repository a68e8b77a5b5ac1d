import { createContext, useContext } from "react";

/** A word that was asked for, and the button that asked. */
export interface AskedWord {
  word: string;
  button: HTMLButtonElement;
  close(): void;
}

const AskedWordContext = createContext<AskedWord | null>(null);

/** Tells the card what it is asked for. */
export const AskedWordProvider = AskedWordContext.Provider;

/** What the card is asked for. Throws outside an `AskedWordProvider`. */
export function useAskedWord(): AskedWord {
  const asked = useContext(AskedWordContext);
  if (!asked) throw new Error("useAskedWord needs an <AskedWordProvider> above it.");
  return asked;
}
