import type { BuilderSettings } from '../env.ts';
import type { Screen } from './progress.ts';

/** What every command of the builder works with. */
export interface Working {
  settings: BuilderSettings;
  screen: Screen;
  /** Ends the work at the next safe moment. */
  signal: AbortSignal;
}
