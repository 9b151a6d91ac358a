import { expect, test } from 'vitest';
import { digestMail, notificationMail, type Happening } from './notification-mail.ts';

const envelope = {
  newsroom: 'Rain & <Sun>',
  publicURL: 'https://news.example.org',
  secret: 'secret',
  reader: '01a2115e-d4b3-751b-a9d2-6d0546c32e0d',
};
const reply: Happening = {
  kind: 'reply',
  what: 'reply',
  article: { slug: 'rain', headline: 'Rain\r\nBcc: someone@example.org' },
  comment: {
    id: '01a2115e-d922-74a8-8a14-f32a8ff9ae69',
    authorName: 'Akinyi',
    body: '<img src=x onerror=alert(1)>\nSee?',
  },
  reason: '',
};

test('a mail says the same as text and as HTML, and nothing in it runs or is fetched', () => {
  const mail = notificationMail(envelope, reply);
  expect(mail.subject).toBe('Akinyi replied to you under “Rain Bcc: someone@example.org”');
  expect(mail.text).toContain('> <img src=x onerror=alert(1)>\n> See?');
  expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;\nSee?');
  expect(mail.html).not.toMatch(/<(img|script|link|iframe)|url\(|@import/);
  for (const form of [mail.text, mail.html]) {
    expect(form).toContain(
      'https://news.example.org/api/reader/comments/at?comment=01a2115e-d922-74a8-8a14-f32a8ff9ae69',
    );
    expect(form).toContain(mail.unsubscribe);
  }
  expect(mail.html).toContain('prefers-color-scheme:dark');
});

test('a refusal gives the newsroom’s reason, where it gave one', () => {
  const refused: Happening = { ...reply, kind: 'decision', what: 'refused', reason: 'It names a minor.' };
  expect(notificationMail(envelope, refused).text).toContain('The newsroom’s reason: It names a minor.');
  expect(notificationMail(envelope, { ...refused, reason: '' }).text).not.toContain('reason');
});

test('a day’s happenings come in one mail', () => {
  const mail = digestMail(envelope, [reply, { ...reply, comment: { ...reply.comment, authorName: 'Barasa' } }]);
  expect(mail.subject).toBe('2 news about your comments at Rain & <Sun>');
  expect(mail.text).toMatch(/Akinyi replied[^]+Barasa replied/);
  expect(mail.text.match(/No more mails/g)).toHaveLength(1);
});
