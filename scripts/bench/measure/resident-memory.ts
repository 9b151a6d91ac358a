import { setTimeout as wait } from 'node:timers/promises';
import { sampleMemory } from '../memory.ts';
import type { Scene } from '../scene.ts';
import { measurePublishes } from './publishes.ts';

/** Rounds whose memory is looked at; their times do not count, since looking takes time too. */
export const memoryRounds = 10;

/** What the resident builder holds while it waits, and the most while it publishes, in MiB. */
export async function measureMemory(scene: Scene, pid: number, first: number): Promise<{ idle: number; busy: number }> {
  await wait(1_000, undefined, { signal: scene.signal });
  const waiting = sampleMemory(pid, 100);
  await wait(1_000, undefined, { signal: scene.signal });
  waiting.stop();
  const publishing = sampleMemory(pid, 20);
  try {
    await measurePublishes(scene, memoryRounds, first);
    return { idle: waiting.peak(), busy: publishing.peak() };
  } finally {
    publishing.stop();
  }
}
