import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'lend-us-a-number',
  headline: 'Before you lend us money, lend us a number',
  standfirst:
    'Traders in the north are told to borrow, insure, digitise and grow. A chair of a cooperative asks for something smaller.',
  kindOfWork: 'opinion',
  place: 'moyale',
  publishedAt: '2026-07-21T06:00:00+03:00',
  authors: ['halima-gedi'],
  topics: ['markets', 'public-money'],
  body: `
Every month or so a visitor comes to our market with a lanyard and a plan. I am always glad, as visitors drink tea and tea is also trade. The plan is usually a loan. Lately it has been an app. Last week it was an app that gives loans.

I listen to the end. Then I ask my question: what does a goat cost in #nairobi[Nairobi] today?

Nobody has ever known. They have known what share of pastoral women is “financially included”. They have known, to a decimal, by how much our resilience went up between two surveys that I do not recall. But what a 30-kilo castrate will bring this morning in the place where most of ours are eaten, six hundred kilometres down the road, that they would have to look up, and when they look it up it is not there.

Somebody has the number. The men who buy from us have it by half past five, from a cousin at the slaughterhouse. They are not wicked men. Two of them are *my* cousins. But when one side of a bargain knows the price and the other does not, then what takes place is not trade. It is a kind of weather.

## We began with a scale

In May [we put a scale at the gate](/articles/moyale-market-scale/). I was told that it was a small thing, and by some that it was rude. It has by now weighed eleven thousand animals. What it did is so simple that I am embarrassed to be asked to speak about it at workshops: both people look at the same dial. After that they may quarrel as they like.

A price is such a dial. It weighs nothing and costs next to nothing to send.

> Where one knows the price and the other does not, what takes place is a kind of weather.

## What I ask for

To the counties, all of them, not only #marsabit[mine]: you have a livestock officer at each large market. Let that officer write down ten sales, at eight in the morning, with the weight. Ten, no more. Send them to one telephone number. Let the number send them back to whoever asks, in #turkana[Turkana], in #mandera[Mandera], in #garissa[Garissa], in the languages in which goats are sold.

To the visitors: keep the loan for a year. A woman who borrows without knowing her price is borrowing against somebody else’s word. I have sat with such women in the second month. I would sooner sit with you.

And to my cousins: you will be all right. You know how to load a lorry, you know which bridge is out, you know who pays late. I do not begrudge you a shilling that you earn with what you do. I only mean to stop paying you for what I am not told.

*Halima Gedi and her cooperative are invented for the sample newsroom, and so is this column.*
`,
};
