import { createContext, useContext } from "react";
import type { Actions } from "../../store/actions/actions";

const ActionsContext = createContext<Actions | null>(null);

/** Gives everything below it the actions of the session. */
export const ActionsProvider = ActionsContext.Provider;

/** The actions of the session. Throws outside an `ActionsProvider`. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("useActions needs an <ActionsProvider> above it.");
  return actions;
}
