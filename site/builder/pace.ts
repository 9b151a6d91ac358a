/** How often a route may be rendered: the many comments of a hot thread are taken together. */
const most = 4;
const within = 1_000;

/** Keeps count of when routes were rendered. Instants are those of `performance.now()`. */
export function openPace() {
  const times = new Map<string, number[]>();
  return {
    rendered(path: string, now: number): void {
      const recent = (times.get(path) ?? []).filter((at) => at > now - within);
      times.delete(path);
      times.set(path, [...recent, now].slice(-most));
      // The map is in the order of the last rendering.
      for (const [oldest, [at = 0]] of times) {
        if (at > now - within) break;
        times.delete(oldest);
      }
    },
    /** From when on a route may be rendered; in the past where it may be at once. */
    freeAt(path: string): number {
      const recent = times.get(path) ?? [];
      return recent.length < most ? 0 : (recent[0] ?? 0) + within;
    },
  };
}
