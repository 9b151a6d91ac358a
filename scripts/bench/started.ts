import { ChildFailed, startChild, type Child, type ChildOptions } from '../child.ts';

const isReady = (message: unknown) => typeof message === 'object' && message !== null && 'ready' in message;

/** Starts a program of ours and waits until it says over its channel that it is ready. One that ends before throws what it complained of. */
export async function startReady(file: string, options: ChildOptions): Promise<Child> {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const child = startChild(file, {
    ...options,
    onMessage: (message) => {
      if (isReady(message)) resolve();
      options.onMessage?.(message);
    },
  });
  const ended = child.ended.then((code) => {
    throw new ChildFailed(file, code, child.complaint());
  });
  // Once it is ready, that it ends is no failure of its start.
  ended.catch(() => {});
  await Promise.race([ready, ended]);
  return child;
}
