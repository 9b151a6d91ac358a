import { awayAfter, duration, type Standing } from '../publication.ts';
import type { BuilderSeen, DispatchSeen } from './site-questions.ts';

/** Where a builder stands. */
export function builderStanding({ isResident, ago, isCurrent }: BuilderSeen): Standing {
  if (isResident && ago >= awayAfter) {
    return { tone: 'bad', word: 'Away', detail: `not seen for ${duration(ago)}: start it again, or see its log` };
  }
  const has = isCurrent === null ? 'has told nothing yet' : isCurrent ? 'has all that is published' : undefined;
  if (ago < awayAfter) return { tone: 'good', word: 'Here', detail: has ?? 'is at work' };
  return { tone: 'quiet', word: `Seen ${duration(ago)} ago`, detail: has ?? 'lacks what was published since' };
}

/** Where somebody stands who is told of publishes; undefined of whom nothing is known yet. */
export function dispatchStanding(dispatch: DispatchSeen | undefined): Standing {
  const { isTaken, answer, dueAt } = dispatch ?? {};
  const detail = answer ?? undefined;
  if (isTaken === false) return { tone: 'bad', word: 'Failing', detail };
  if (dueAt) return { tone: 'busy', word: 'Called in a moment', detail };
  return isTaken ? { tone: 'good', word: 'Told', detail } : { tone: 'quiet', word: 'Not called yet' };
}

/** What the first screen of the desk says of the site: what is wrong, or that nothing is. */
export function siteStanding(builders: BuilderSeen[], dispatches: (DispatchSeen | undefined)[]): Standing {
  const residents = builders.filter(({ isResident }) => isResident);
  const failing = dispatches.find((dispatch) => dispatch?.isTaken === false);
  if (failing) return { tone: 'bad', word: 'Builds are not started', detail: failing.answer ?? undefined };
  const [latest] = residents.toSorted((a, b) => a.ago - b.ago);
  if (latest && (latest.ago < awayAfter || dispatches.length === 0)) return builderStanding(latest);
  if (dispatches.length > 0) return { tone: 'good', word: 'Built elsewhere' };
  const word = 'No builder';
  return { tone: 'bad', word, detail: 'What is published is stored, but nobody makes pages of it.' };
}
