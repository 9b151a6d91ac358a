import type { Payload } from 'payload';
import { compactOutbox } from '../outbox/compact.ts';
import { mailChannel } from '../readers/queue-mail.ts';
import { scheduleChannel } from '../schedule/schedule.ts';
import { mailLog } from './mail-log.ts';
import type { SendMail } from './mail-transport.ts';
import { sendDueMail, tidyReaders } from './send-due-mail.ts';
import type { Duty } from './worker.ts';

const hour = 3_600_000;

/** Sends the mail of the queue. */
export function mailDuty(send: SendMail): Duty {
  const log = mailLog();
  return {
    name: 'Mail waits',
    channel: mailChannel,
    run: async (client, signal) => {
      await sendDueMail(client, send, { signal, log });
      return hour;
    },
  };
}

/** Takes away what nobody can use any more, of readers and of the outbox. */
export function tidyDuty(): Duty {
  let tidied = 0;
  let through = 0;
  return {
    name: 'Tidying waits',
    run: async (client, signal) => {
      if (Date.now() - tidied < hour) return hour;
      await tidyReaders(client);
      through = await compactOutbox(client, through, { signal });
      if (signal.aborted) return hour;
      tidied = Date.now();
      return hour;
    },
  };
}

/** Does what says after how many milliseconds it is due again, and not before: a worker comes by whenever anything is due. */
function whenDue(work: (signal: AbortSignal) => Promise<number>): Duty['run'] {
  let due = 0;
  return async (_client, signal) => {
    const left = due - Date.now();
    if (left > 0) return left;
    const wait = await work(signal);
    // What was not done to its end is due still.
    if (signal.aborted) return wait;
    due = Date.now() + wait;
    return wait;
  };
}

/** Holds what is kept of readers to the newsroom's settings. */
export const retentionDuty = (getPayload: () => Promise<Payload>, publicURL: string): Duty => ({
  name: 'Deletions wait',
  run: whenDue(async (signal) => {
    const payload = await getPayload();
    const { enforceRetention } = await import('../readers/retention/enforce.ts');
    return await enforceRetention(payload, publicURL, signal);
  }),
});

/** Lets readers post again whose suspension is over. */
export const suspensionDuty = (getPayload: () => Promise<Payload>): Duty => ({
  name: 'Suspensions wait',
  run: async (_client, signal) => {
    const payload = await getPayload();
    const { endSuspensions } = await import('../moderation/end-suspensions.ts');
    return await endSuspensions(payload, signal);
  },
});

/** Tells moderators when a burst begins. */
export const burstDuty = (getPayload: () => Promise<Payload>, adminURL: string): Duty => ({
  name: 'Alerts of bursts wait',
  run: whenDue(async () => {
    const payload = await getPayload();
    const { mailBursts } = await import('../moderation/mail-bursts.ts');
    return await mailBursts(payload, adminURL);
  }),
});

/** Tells the site how many recommend a comment. */
export const recommendationDuty = (getPayload: () => Promise<Payload>): Duty => ({
  name: 'Recommendations wait',
  run: async (_client, signal) => {
    const payload = await getPayload();
    const { publishRecommendations } = await import('../readers/publish-recommendations.ts');
    return await publishRecommendations(payload, signal);
  },
});

/** Publishes and takes down at the time that the desk has chosen. */
export function scheduleDuty(getPayload: () => Promise<Payload>): Duty {
  return {
    name: 'Schedules wait',
    channel: scheduleChannel,
    run: async (_client, signal) => {
      const payload = await getPayload();
      const { runDueSchedules } = await import('../schedule/run-due.ts');
      return await runDueSchedules(payload, signal);
    },
  };
}
