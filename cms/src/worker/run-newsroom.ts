import type { Payload } from 'payload';
import { targetsOf } from '../dispatch/targets.ts';
import type { NewsroomOptions } from '../options.ts';
import {
  burstDuty,
  mailDuty,
  recommendationDuty,
  retentionDuty,
  scheduleDuty,
  suspensionDuty,
  tidyDuty,
} from './duties.ts';
import type { SendMail } from './mail-transport.ts';
import { runWorker } from './worker.ts';

/** What the work is done with. */
export interface NewsroomWork {
  /** The database of the app: `postgres://user:password@host/name`. Not by a pooler that hands out connections by transaction. */
  databaseURL: string;
  /** May fail, while PostgreSQL is away; asked anew each time. */
  getPayload: () => Promise<Payload>;
  /** Sends one mail, or throws; then it is sent later. */
  send: SendMail;
}

/**
 * Does all that the newsroom does by itself, until `signal` is aborted: sends readers' mail, publishes and takes down at its
 * time, ends suspensions, tells of recommendations and of bursts, deletes what is kept no longer, tidies up, and calls
 * builders elsewhere. Any number of processes may run it: one of them does the work, and another takes over when it dies.
 * What fails is written to the console and tried again.
 * @param options What the plugin was given.
 */
export function runNewsroom(
  { publicURL, adminURL = publicURL, dispatch }: Pick<NewsroomOptions, 'publicURL' | 'adminURL' | 'dispatch'>,
  { databaseURL, getPayload, send }: NewsroomWork,
  signal: AbortSignal,
): Promise<void> {
  const duties = [
    mailDuty(send),
    scheduleDuty(getPayload),
    suspensionDuty(getPayload),
    recommendationDuty(getPayload),
    burstDuty(getPayload, adminURL),
    retentionDuty(getPayload, publicURL),
    tidyDuty(),
  ];
  return runWorker(databaseURL, { duties, targets: targetsOf(dispatch) }, signal);
}
