/** A kind of work that other work gives way to. */
export function priority() {
  let underWay = 0;
  return {
    /** Does some of it. */
    async goAhead<T>(work: () => Promise<T>): Promise<T> {
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
      }
    },
    isUnderWay: () => underWay > 0,
  };
}

/** What readers write: it takes little, and who has written waits for the answer. */
export const writing = priority();
