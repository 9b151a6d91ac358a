/** Wakes whoever waits for it. A ring while nobody waits is not lost. */
export function openBell() {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      hasRung = true;
      wake?.();
    },
    /** Waits for a ring; with milliseconds, no longer than these. */
    async wait(milliseconds?: number): Promise<void> {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hasRung = false;
      wake = undefined;
    },
  };
}
