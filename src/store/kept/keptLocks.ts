/** Says which kept run is open in which tab: the browser lets go of a tab's own when it ends, however it ends. */
export interface KeptLocks {
  /** Whether it is this tab's now; false where another has it. */
  hold(id: string): Promise<boolean>;
  /** Ids that other tabs have open. */
  heldElsewhere(): Promise<ReadonlySet<string>>;
}

const PREFIX = "apo-lab.kept.";

/** Where the browser has no such locks, as on a page without https, every run is free. */
export function browserLocks(locks: LockManager | undefined = navigator.locks): KeptLocks {
  const own = new Set<string>();
  return {
    async hold(id) {
      if (!locks || own.has(id)) return true;
      const isHeld = await new Promise<boolean>((resolve) => {
        locks
          .request(PREFIX + id, { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            return lock ? new Promise<void>(() => {}) : undefined; // until the tab ends
          })
          .catch(() => resolve(true)); // forbidden, as in a sandboxed frame
      });
      if (isHeld) own.add(id);
      return isHeld;
    },
    async heldElsewhere() {
      const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
      const ids = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
      return new Set(ids.filter((id) => !own.has(id)));
    },
  };
}
