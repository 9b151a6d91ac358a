import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

const turned = '\u202e';
const zalgo = '\u0301\u0308\u0323\u0330\u0348\u035c\u0489\u034f';

test.each([
  ['English, “quoted”', 'It rained – at last.\n\n“So it did.”\tYes'],
  ['Swahili', 'Mvua imenyesha, ng’ombe wamekunywa.'],
  ['Arabic with vowels', 'بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ'],
  ['Persian with a non-joiner', 'می\u200cخواهم کتاب\u200cها را بخوانم'],
  ['Urdu', 'یہ اردو ہے۔'],
  ['Arabic with an isolated Latin name', 'قال \u2068Dateline\u2069 ذلك\u200f.'],
  ['Hebrew with an embedding', 'אמר \u202aC++\u202c שלום'],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
  ['Hindi', 'क्षत्रिय हिन्दी में क्‍ष और र्‌य'],
  ['Sinhala', 'ශ්‍රී ලංකාව'],
  ['Malayalam', 'അവന്‍ വന്നു'],
  ['Tamil', 'தமிழ் ஸ்ரீ'],
  ['Thai', 'ที่นี่มีน้ำ\u200bและต้นไม้'],
  ['Khmer', 'ខ្ញុំ\u200bសុខសប្បាយ'],
  ['Burmese', 'လျှို့ဝှက်ချက်'],
  ['Tibetan', 'བོད་ཡིག་ནི་བསྒྲུབས'],
  ['Amharic', 'ሰላም ለዓለም።'],
  ['Chinese and Korean', '今天下雨了。비가 왔다.'],
  ['Vietnamese in parts', 'Tiếng Việt'.normalize('NFD')],
  ['a family', '👩‍👩‍👧‍👦 and 👨🏿‍🚀, 🏳️‍🌈, ❤️‍🔥, 🐈‍⬛, 🧑🏽‍❤️‍💋‍🧑🏿'],
  ['keys and flags', '1️⃣ 🇰🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['a word without end', 'x'.repeat(4_000)],
])('%s stays as it is', (_what, text) => expect(cleanText(text)).toBe(text));

test.each([
  ['an override', `abc${turned}def`, 'abcdef'],
  ['an override that ends', `a${turned}b\u202cc`, 'abc'],
  ['an isolate that does not end', 'a\u2067b\nc', 'a\u2067b\u2069\nc'],
  ['an embedding that does not end', 'a\u202bb', 'a\u202bb\u202c'],
  ['ends without a beginning', 'a\u2069\u202cb', 'ab'],
  ['ends that cross', 'a\u2067b\u202ac\u2069d\u202c', 'a\u2067b\u202ac\u202c\u2069d'],
  ['more isolates than anybody needs', '\u2066'.repeat(99), `${'\u2066'.repeat(8)}${'\u2069'.repeat(8)}`],
  ['a flood of nothing', `a${'\u200b\u200d\u2060\ufeff\u00ad'.repeat(500)}b`, 'ab'],
  ['nothing at all', '\u3164\u2800\u115f\u200b', ''],
  ['a word cut apart', 'f\u200co\u200do\u200bl', 'fool'],
  ['a flood of joiners', `می${'\u200c'.repeat(50)}خ`, 'می\u200cخ'],
  ['a flood of marks of direction', `א${'\u200f'.repeat(50)}ב`, 'א\u200fב'],
  ['a heap of marks', `a${zalgo.repeat(9)}b`, `a${zalgo.slice(0, 4)}b`],
  ['a heap of marks of a script', `ก${'\u0e49'.repeat(40)}`, `ก${'\u0e49'.repeat(8)}`],
  ['a heap of marks with joiners between', `क${'\u0902\u200d'.repeat(40)}`, `क${'\u0902\u200d'.repeat(8)}`],
  ['controls', 'a\u0000b\u0007c\u001b[31md\u007f\u009be', 'abc[31mde'],
  ['other ends of lines', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['tags without a flag', `a\u{e0068}\u{e0069}b`, 'ab'],
  ['many empty lines', 'a\n\n\n\n\nb', 'a\n\nb'],
])('%s goes', (_what, text, cleaned) => expect(cleanText(text)).toBe(cleaned));

const nasty = fc.constantFrom(
  ...Array.from('\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\u0301\u0e49'),
  ...Array.from('\ufe0f\u{1f3f4}\u{e0067}\u{e007f}👩🏿\n\r aकم漢\u0000\u3164\u2800'),
);
const text = fc.string({
  unit: fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 1, minLength: 1 })),
  maxLength: 80,
});

test('what is clean stays as it is', () =>
  fc.assert(
    fc.property(text, (given) => {
      const cleaned = cleanText(given);
      expect(cleanText(cleaned)).toBe(cleaned);
    }),
    { numRuns: 2_000 },
  ));

test('whatever is typed, nothing of it reaches beyond its line or heaps up', () =>
  fc.assert(
    fc.property(text, (given) => {
      const cleaned = cleanText(given);
      for (const line of cleaned.split('\n')) {
        const depth = (openers: RegExp, closers: RegExp) =>
          (line.match(openers)?.length ?? 0) - (line.match(closers)?.length ?? 0);
        expect(depth(/[\u2066-\u2068]/g, /\u2069/g)).toBe(0);
        expect(depth(/[\u202a\u202b]/g, /\u202c/g)).toBe(0);
      }
      expect(cleaned).not.toMatch(/[\u202d\u202e]|(?![\t\n])\p{Cc}|\p{M}{9}|[\u0300-\u036f]{5}|\u200b{2}/u);
    }),
    { numRuns: 2_000 },
  ));

test('letters, digits and punctuation are never taken out', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N}\p{P} ]{0,40}$/u), (given) => {
      const visible = given.replace(/[\u115f\u1160\u3164\uffa0]/g, '').trim();
      expect(cleanText(given)).toBe(visible);
    }),
  ));

test('the longest text is cleaned in no time', () => {
  const begun = performance.now();
  for (const part of ['\u202e', '\u200d', '\u0301', '👩\u200d', 'क\u200d\u0902', '\u{e0067}', '\u200b', '\n'])
    cleanText(part.repeat(5_000));
  expect(performance.now() - begun).toBeLessThan(2_000);
});
