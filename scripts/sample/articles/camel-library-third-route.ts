import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'camel-library-third-route',
  headline: 'Nine camels, 1,100 books and a third road out of Wajir',
  standfirst:
    'The library that walks has added a route of 46 kilometres, for children who had moved too far away to be reached by the other two.',
  place: 'wajir-town',
  publishedAt: '2026-06-03T06:00:00+03:00',
  authors: ['hassan-dubow'],
  topics: ['school-and-play'],
  leadImage: 'camels-morning',
  body: `
Books ride on the left, the tent on the right. It has to be so, explains the herder who loads them, because the tent is heavier at one end and a camel that leans goes in circles.

At twenty past four in the morning the third caravan of the Wajir Camel Library left #wajir-town[Wajir town] for the first time: three camels, two herders, one librarian, 380 books in eight boxes. It reached its first stop, an acacia with a blackboard nailed to it, at a quarter past nine. Forty-three children were sitting there in rows. They had been told that latecomers would get the dictionaries.

## Following the families

The library has run two routes since 2018, both decided by where there was water that year. Water has since moved, and the families after it. @fatuma-abdille[Fatuma Abdille], who heads the library, found in January that a third of her borrowers had gone beyond a day’s walk of any stop. None of them had returned their books. She took that as a good sign.

> A child who wanted nothing from us would have left the book under the tree. They took them along. So we had to go and see how the stories ended.
> — @fatuma-abdille

The new route runs south-west for 46 kilometres, with six stops, and takes five days there and back. It comes by every second week. Six of the nine camels belong to the library; three are on loan from a man who learned to read at the second stop at the age of fifty-one and asks for nothing but the newspapers.

## What they read

The ledger, which is a real one with a marbled cover, holds 6,212 loans from last year. These were the five books that were out the longest:

- a Somali collection of animal tales, of which there are four copies, one without an end;
- an atlas from 1988, with countries that no longer exist;
- a manual on the diseases of camels, borrowed by eight-year-olds for their fathers;
- a detective story in Swahili;
- the second volume of a trilogy. The library has never owned the others.

![camels-noon]

Reading hour is at noon, when it is too hot for anything else. The tent holds twenty-five; the rest sit in the shade of the camels, which is allowed if one keeps still. Herd boys who must stay with the animals may borrow for two weeks without coming in person, on the word of a sister.

## Eleven months

The route is paid for until next May by the subscriptions of readers in #nairobi[Nairobi] and a bakery in #garissa-town[Garissa]. A full year costs 940,000 shillings, half of it wages, most of the rest fodder. Petrol: none. A lorry was once offered instead. It could have carried ten times as many books to a third of the stops.

Ms Abdille declined it politely. She did ask whether the lorry might bring hay.

*This story is invented for the sample newsroom.*
`,
};
