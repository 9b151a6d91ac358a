import { expect, test } from 'vitest';
import { linkedHosts } from './links.ts';

test.each([
  ['nothing', []],
  ['https://a.example/x and www.b.example', ['a.example', 'b.example']],
  ['[a](https://a.example)', ['a.example']],
  ['[https://a.example](https://b.example)', ['b.example', 'a.example']],
  ['[a](https&#58;//a.example) [b](https:\\/\\/b.example)', ['a.example', 'b.example']],
  ['http://user@A.example.:80/b', ['user', 'a.example']],
  ['https://münchen.example', ['xn--mnchen-3ya.example']],
  ['`https://a.example`', ['a.example']],
  ['ｈttps://a.example', ['a.example']],
  ['ftp://a.example a.example', []],
])('%j links to %j', (body, hosts) => expect(linkedHosts(body, 'localhost')).toEqual(hosts));
