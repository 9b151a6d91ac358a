/** What says nothing and is not seen: fillers, annotations, invisible operators, tags outside of flags. */
const unseen =
  /\u17b4|\u17b5|[\u00ad\u115f\u1160\u180e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e001f}]/gu;
// A flag of a region is a black flag with the region in tags behind it.
const strayTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,8})[\u{e0020}-\u{e007f}]/gu;
const controls = /(?![\t\n])\p{Cc}/gu;

/** Where words are written without spaces, one says where a line may break. */
const spaceless = String.raw`[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`;
const strayBreaks = new RegExp(String.raw`(?<!${spaceless})\u200b|\u200b(?!${spaceless})`, 'gu');

/** Joiners shape Arabic, Indic and other letters, and make one picture of several; elsewhere they only hide. */
const shaped = String.raw`(?![\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}])[\p{L}\p{Mn}\p{Mc}]`;
const picture = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]`;
const strayJoiners = new RegExp(
  String.raw`(?<!${shaped})\u200c|(?<!${shaped}|${picture})\u200d|(?<=${picture})\u200d(?!\p{Extended_Pictographic})`,
  'gu',
);

const directionMarks = /([\u061c\u200e\u200f])[\u061c\u200e\u200f]+/g;

/** Marks of letters that no language piles up, and marks of any kind, on one letter. */
const most = { general: 4, all: 8 };
const marked = /\p{M}[\p{M}\u200c\u200d]*/gu;
const general = new RegExp(
  String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]`,
  'u',
);

function fewMarks(run: string): string {
  const kept: string[] = [];
  const count = { general: 0, all: 0 };
  for (const character of run) {
    if (/\p{M}/u.test(character)) {
      count.all += 1;
      if (general.test(character)) count.general += 1;
      if (count.all > most.all || count.general > most.general) continue;
    } else if (kept.at(-1) === character) continue;
    kept.push(character);
  }
  return kept.join('');
}

type Opened = 'isolate' | 'embedding' | 'override';
const openers: Readonly<Record<string, Opened>> = {
  '\u2066': 'isolate',
  '\u2067': 'isolate',
  '\u2068': 'isolate',
  '\u202a': 'embedding',
  '\u202b': 'embedding',
  '\u202d': 'override',
  '\u202e': 'override',
};
const closers = { isolate: '\u2069', embedding: '\u202c', override: '' } as const;
const deepest = 8;

/** Closes in each line what turns its direction there, and takes out what closes nothing or overrides letters' own direction. */
function balanced(line: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(line)) return line;
  const open: Opened[] = [];
  let made = '';
  const close = () => (made += closers[open.pop()!]);
  for (const character of line) {
    const opened = openers[character];
    if (opened) {
      if (open.length === deepest) continue;
      open.push(opened);
      if (opened !== 'override') made += character;
    } else if (character === closers.isolate) {
      if (!open.includes('isolate')) continue;
      while (open.at(-1) !== 'isolate') close();
      close();
    } else if (character === closers.embedding) {
      const last = open.at(-1);
      if (last && last !== 'isolate') close();
    } else made += character;
  }
  while (open.length > 0) close();
  return made;
}

const once = (text: string) =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replaceAll('\u2800', ' ')
    .replace(unseen, '')
    .replace(strayTags, '')
    .replace(strayBreaks, '')
    .replace(strayJoiners, '')
    .replace(directionMarks, '$1')
    .replace(marked, fewMarks)
    .split('\n')
    .map(balanced)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * A reader's text without what does harm to the page around it: controls, direction that is turned and not turned back,
 * heaps of marks, what nobody sees. Text in any script, and pictures of several joined ones, stay as they are.
 */
export function cleanText(text: string): string {
  let cleaned = once(text);
  // What is taken out may bring together what was apart.
  for (let again = once(cleaned); again !== cleaned; again = once(cleaned)) cleaned = again;
  return cleaned;
}
