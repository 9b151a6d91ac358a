import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'a-photograph-of-a-budget',
  headline: 'A photograph of a budget is not a budget',
  standfirst:
    'Counties publish more than they ever did. Much of it cannot be searched, added up or read by anyone whose eyes are bad.',
  kindOfWork: 'opinion',
  place: 'nairobi',
  publishedAt: '2026-10-20T08:30:00+03:00',
  authors: ['josphat-ngumo'],
  topics: ['public-money'],
  leadImage: 'ledger-dusk',
  body: `
Page 212 has a thumb on it. It is a clean thumb, well kept, and it lies across the third quarter’s spending on rural roads.

I have come to know this thumb. It holds open the same volume on pages 96 and 340; by now I could pick it out of a line-up of thumbs. What I cannot do is tell you what was spent on rural roads in the third quarter, for the document in which the law wants me to be able to read it was printed from a spreadsheet, bound, laid on a desk, photographed page by page with somebody’s telephone, and put on the web as 418 pictures of paper.

The county will say that it has published its report. And so it has, in the way in which one has served dinner to a guest by showing it to him through the window.

## Somebody had the table

What moves me most about the photographs is that at the beginning there was a file. Nobody typed 418 pages on a typewriter. There was a table with cells, in which a person had added up figures by pressing a key. Then it was turned into paper, so as to be official, and into a picture, so as to be public. With each step it became less useful, and each step was work.

I do not believe in malice here. I have drunk tea with the people who take such pictures. They were told to upload a signed copy, signatures are on paper, and the scanner broke in March.

## What a file can do

Four things, of which a picture can do none:

1. It can be searched. “Where is my dispensary?” is a question of one second.
2. It can be added up, and one can see whether it was.
3. It can be laid beside last year’s.
4. It can be read aloud by a machine to somebody who is blind. There are some nine hundred such voters in the smallest ward I work in. To them the county has published 418 times the word *image*.

> Publish the signed picture by all means. Publish the file beside it. It is already there.

## What I ask

I ask for nothing new. No portal, please: I have attended the launch of five portals and the funeral of four. Let whoever uploads the pictures upload the file too, with the same name, on the same day. If an office is worried that somebody might alter the figures, then let it print on the last page the total. Who alters a figure will have to alter the total, and there we would be, looking at the same number.

In September a treasurer in the north, who will be embarrassed if I say which, did just that. There was no ceremony. I only noticed since my search, for the first time in six years, found something. It took us an afternoon to read what had taken us three weeks the year before. There were two mistakes in it, both of them to the county’s own disadvantage. We wrote to her. She corrected them by evening.

The total is now right. And I miss the thumb a little.

*Josphat Ngumo, Open Ledger and the counties of this column are invented for the sample newsroom.*
`,
};
