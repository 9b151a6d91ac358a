const memory = new Map<string, string>();

/**
 * What this browser keeps for the site, by name. Where it keeps nothing (private modes of some, storage that is denied or
 * full), it is kept for as long as the page.
 */
export const kept = {
  get(name: string): string | null {
    const here = memory.get(name);
    if (here !== undefined) return here;
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name: string, value: string): void {
    memory.delete(name);
    try {
      localStorage.setItem(name, value);
    } catch {
      memory.set(name, value);
    }
  },
  remove(name: string): void {
    memory.delete(name);
    try {
      localStorage.removeItem(name);
    } catch {
      // What it does not keep it has not kept either.
    }
  },
};
