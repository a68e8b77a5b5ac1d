/** Numbers in [0, 1) that are the same in every run of the tests (Numerical Recipes' generator). */
export function generator(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  return { next, pick, chance: (share: number) => next() < share };
}
