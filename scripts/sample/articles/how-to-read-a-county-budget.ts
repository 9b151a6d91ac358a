import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'how-to-read-a-county-budget',
  headline: 'How to read a county budget in an afternoon, footnotes first',
  standfirst:
    'The numbers that matter most are seldom in the speech. A guide, with a pencil, for the weeks when the estimates are on the table.',
  kindOfWork: 'analysis',
  place: 'nairobi',
  publishedAt: '2026-06-19T09:30:00+03:00',
  authors: ['achieng-odera'],
  topics: ['public-money'],
  leadImage: 'ledger-morning',
  body: `
Begin at the back. A budget’s first forty pages tell you what a county would like to be thought of; its last forty tell you what it owes.

June is when assemblies across #kenya[Kenya] take up their estimates, and when citizens are invited, often at three days’ notice, to give their views on several hundred pages. Most people who come to such a hearing speak about a road. That is sensible, since a road can be seen. But whoever has one free afternoon can do better, and needs no training in accounts.

We asked @josphat-ngumo[Josphat Ngumo], who reads budgets for Open Ledger and is the only person known to this newspaper to have done so on a honeymoon, for his order of march. The examples below come from a county that he made up for teaching, so that nobody needs to feel meant.

## First, the pending bills

They are work that was done and not paid for. Find the figure, then find the same figure in last year’s book. If it has grown, then part of this year’s money was spent already, and every promise in the speech stands behind a queue.

In his invented county, pending bills rose from 410 to 655 million shillings. The speech called the year “a consolidation”.

## Second, what was actually spent

Beside this year’s plan there ought to be a column for what became of the last one. Where it is missing, ask for it: that question alone has been known to bring a hearing to life. A department which spent a third of its development money cannot use twice as much next year, however good the cause.

> Every budget is a letter to the future. I only want to know whether the last letter was answered.
> — @josphat-ngumo

## Third, the smallest lines

Large figures are rounded, argued over, explained. Small ones are left alone. A line of 2.4 million for “maintenance of ambulances” tells you that there are few ambulances, or that they stand still. Divide by the number of sub-counties; divide again by twelve. You now hold a sum that a mechanic can judge.

## Four questions for the hearing

1. How much is owed to suppliers today, and who has waited the longest?
2. Of the money for development last year, what share was spent by the end of March?
3. Which projects in this book were in last year’s book too, under what name?
4. Where can we see the contract?

None of the four accuses anybody. All can be answered in a sentence by an officer who has the papers, and officers who have the papers often like to be asked.

## What a budget cannot tell

It does not show whether a borehole has water. Nor does it show work that was done well and cheaply, for thrift leaves hardly a trace in accounts; in the third year a careful department simply gets less. So after the afternoon with the pencil there is a morning to be spent walking, with the list of projects in hand, and looking.

Mr Ngumo does both. On his walks he has found, he says, one bridge that nobody had entered anywhere. It was a good bridge. It took him two years to discover who had built it: the people on both sides.

*Open Ledger and its analyst are invented for the sample newsroom, as is the county of the examples.*
`,
};
