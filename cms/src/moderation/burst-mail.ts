import { layMail } from '../readers/mail-layout.ts';
import { burst } from './desk/burst.ts';
import type { Alert } from './desk/shapes.ts';

const counted = { thread: 'comments', person: 'comments', recommendations: 'recommendations of one comment' } as const;
const under = ({ kind, name }: Alert) => `${kind === 'person' ? 'stories that mention ' : ''}“${name}”`;

/**
 * Tells a moderator that a burst has begun. What readers wrote stands in no mail, their names neither: whoever makes a
 * burst would else write to the newsroom's staff.
 * @param url Where the desk shows what it is about.
 */
export function burstMail(newsroom: string, url: string, alert: Alert) {
  const { kind, count, usual } = alert;
  return layMail(
    newsroom,
    `A burst of ${kind === 'recommendations' ? 'recommendations' : 'comments'} under ${under(alert)}`,
    [
      `${count} ${counted[kind]} in ${burst.minutes} minutes under ${under(alert)}. Usual at this hour: ${usual}.`,
      { url, label: kind === 'recommendations' ? 'Show the comment' : 'Show these comments' },
      'You get one mail while this burst lasts.',
    ],
    [
      `You get this since you can decide comments at ${newsroom}. An admin turns it off for everybody in the settings of the newsroom, under Moderation.`,
    ],
  );
}
