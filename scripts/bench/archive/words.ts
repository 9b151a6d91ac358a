import { oneOf, type Random } from '../../sample/drawings/random.ts';
import { randomOf } from './numbers.ts';

const list = (words: string) => words.trim().split(/\s+/) as [string, ...string[]];

const nouns = list(`
  road market council budget river school clinic harvest bridge report meeting season border fishery court hearing
  village library ferry market-day station depot committee ministry farmer trader teacher engineer driver captain
  project plan tender contract permit survey map harbour warehouse reservoir pipeline generator grid tower office
  hall square stadium league team season-ticket fare price wage loan grant deposit account ledger audit inquiry
  petition vote ward district quarter valley ridge forest pasture herd orchard mill kiln workshop factory shift
`);
const adjectives = list(`
  new old local public early late dry wet long short narrow wide quiet busy cheap costly steady sudden careful
  open closed repaired disputed promised delayed finished shared northern southern eastern western coastal upland
`);
const verbs = list(`
  opened closed rebuilt measured visited discussed approved refused delayed finished inspected counted described
  defended questioned replaced repaired extended shortened welcomed examined published funded supplied joined left
`);
const links = list(`near behind beside after before during without despite under above across beyond along`);
const times = list(`yesterday today overnight again twice once finally quietly together early late`);

const bankSize = 4_000;

/** Sentences to write stories of. They are the same for the same seed, and hold no character that HTML would escape. */
export interface Words {
  sentence: (random: Random) => string;
  /** Some words without a full stop, for headlines and names of things. */
  phrase: (random: Random) => string;
}

function phrase(random: Random): string {
  return `${oneOf(random, adjectives)} ${oneOf(random, nouns)} ${oneOf(random, verbs)} the ${oneOf(random, nouns)}`;
}

function newSentence(random: Random): string {
  const tail = `${oneOf(random, links)} the ${oneOf(random, adjectives)} ${oneOf(random, nouns)}`;
  const aside = random() < 0.4 ? `, ${oneOf(random, links)} a ${oneOf(random, nouns)},` : '';
  return `The ${phrase(random)}${aside} ${oneOf(random, times)} ${tail} of the ${oneOf(random, nouns)}.`;
}

/** Every sentence is made once: a story picks from them, which is some hundred times as fast as making its own. */
export function wordsOf(seed: number): Words {
  const random = randomOf(seed, 'words', 0);
  const bank = Array.from({ length: bankSize }, () => newSentence(random)) as [string, ...string[]];
  return { sentence: (draw) => oneOf(draw, bank), phrase };
}
