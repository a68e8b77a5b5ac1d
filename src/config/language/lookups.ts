interface Lookups {
  /** A way to look a text up that looks once: what was found is kept a while. */
  once<Found>(look: (text: string) => Found): (text: string) => Found;
  forget(): void;
}

/** For parts that are looked up many times on the way to their whole. @param most of each kind; then it begins anew */
export function lookupsOf(most: number): Lookups {
  const kinds: Map<string, unknown>[] = [];
  return {
    once<Found>(look: (text: string) => Found) {
      const before = new Map<string, Found>();
      kinds.push(before);
      return (text: string) => {
        if (before.has(text)) return before.get(text) as Found;
        if (before.size >= most) before.clear();
        const one = look(text);
        before.set(text, one);
        return one;
      };
    },
    forget() {
      for (const before of kinds) before.clear();
    },
  };
}
