import type { TaskConfig } from 'payload';
import { performSchedule } from './perform.ts';
import { scheduleTask } from './schedule.ts';

/** Publishing and taking down at a time, as Payload's queue knows it: any runner of that queue may carry it out. */
export const publishOnSchedule: TaskConfig<{ input: object; output: object }> = {
  slug: scheduleTask,
  label: 'Publish on schedule',
  handler: async ({ job, req }) => {
    await performSchedule(req.payload, String(job.id));
    return { output: {} };
  },
};
