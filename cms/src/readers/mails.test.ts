import { expect, test } from 'vitest';
import { confirmAddress, registeredAlready } from './mails.ts';

test.each([confirmAddress, registeredAlready])('a mail says the same as text and as HTML', (write) => {
  const mail = write('Rain & <Sun>', 'https://news.example.org/x?a=1&b=2');
  expect(mail.subject).toContain('Rain & <Sun>');
  expect(mail.text).toContain('\n\nhttps://news.example.org/x?a=1&b=2\n\n');
  expect(mail.html).toContain('href="https://news.example.org/x?a=1&amp;b=2"');
  expect(mail.html).toContain('Rain &amp; &lt;Sun&gt;');
});
