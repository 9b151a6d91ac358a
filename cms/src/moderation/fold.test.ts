import { describe, expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { fold, foldedPhrase, hasPhrase } from './fold.ts';

test.each([
  ['PАYPAL', 'paypal'],
  ['ﬁne', 'fine'],
  ['𝓯𝓸𝓸𝓵', 'fool'],
  ['f\u200do\u2060ol', 'fool'],
  ['z̷̢̛a̴l̶g̵o̸', 'zalgo'],
])('%s reads as %s', (text, other) => expect(fold(text)).toBe(fold(other)));

test('letters that do not look alike stay apart', () => expect(fold('mbaya')).not.toBe(fold('mzuri')));

test('other scripts keep their words', () => {
  expect(hasPhrase(foldedPhrase('هذا كلام سيئ جدا'), foldedPhrase('سيئ'))).toBe(true);
  expect(hasPhrase(foldedPhrase('我们 很 好'), foldedPhrase('很'))).toBe(true);
});

describe('the fingerprint', () => {
  test('does not change with what nobody reads', () => {
    expect(fingerprintOf('Buy  NOW, cheap!!')).toBe(fingerprintOf('buy now – cheap'));
  });

  test('changes with a word, and with signs where there are only signs', () => {
    expect(fingerprintOf('buy now')).not.toBe(fingerprintOf('buy then'));
    expect(fingerprintOf('👍👍')).not.toBe(fingerprintOf('👎👎'));
  });
});
