/** Lets one piece of work at a time at what they share, in the order in which they asked. */
export function openTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
export type Turns = ReturnType<typeof openTurns>;
