/** Makes a `switch` over a union exhaustive: the compiler refuses a member that reaches it. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
