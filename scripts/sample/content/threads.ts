import type { SampleComment } from '../types.ts';

const hour = 60;
const day = 24 * hour;

/** What readers wrote, by the slug of the article. */
export const threads: Record<string, SampleComment[]> = {
  'the-queens-and-the-ninety-third-minute': [
    {
      reader: 'wekesa',
      after: 12,
      body: 'I was behind that goal. It was her shoulder, then the post, then her shoulder again. The second one counted.',
    },
    {
      reader: 'naftal',
      after: 31,
      body: 'Ninety-six corners and somebody wrote all of them down. That is why they won.',
    },
    {
      reader: 'njoki',
      after: 48,
      body: 'What happened to the goat in the treasurer’s account? My daughter wants to know whether it is coming to the regional round.',
    },
    {
      reader: 'wekesa',
      after: 66,
      body: 'Njoki, it is a promise of a goat. It has not been weighed.\n\n(See what they do in Moyale.)',
    },
    {
      reader: 'rukia',
      after: 2 * hour,
      body: 'Fourteen years. I went to school with the first captain; they trained with a ball made of bags. Well done, all of them, those too who are not in the picture.',
    },
    { reader: 'tsegaye', after: 3 * hour, body: 'The referee should have ended it at 92.' },
    { reader: 'wekesa', after: 3 * hour + 9, body: 'Three minutes were shown on the board. 93 is three minutes.' },
    { reader: 'tsegaye', after: 3 * hour + 20, body: 'I withdraw it. I had counted from the drum.' },
    {
      reader: 'bakari',
      after: 5 * hour,
      body: 'From the coast: congratulations. We do not have a women’s side at Mokowe. After this there are eleven girls who want to know why not.',
    },
    {
      reader: 'mama-saida',
      after: 10 * hour,
      body: 'My sister is a patient on that ward. It is true about the medal.',
    },
    {
      reader: 'lokaale',
      after: 12 * hour,
      body: 'Is there any video? Here in Lodwar we only had the radio, and the man shouted so much that we did not learn who had scored.',
    },
    {
      reader: 'naftal',
      after: 13 * hour,
      body: 'Whoever is collecting for the 340,000: please put a number here that is really the club’s. Three people have asked me for money for it already, and two of them were not from Busia.',
    },
    {
      reader: 'rukia',
      after: 14 * hour,
      body: 'Naftal is right. The pharmacy has a tin with the treasurer’s signature across the lid.',
    },
    {
      reader: 'tsegaye',
      after: 15 * hour,
      body: 'That Lakeside number 8 ought to be locked up, she and her whole family.',
      status: 'removed',
      refusal: 'Insults a player and her family.',
    },
    { reader: 'njoki', after: 15 * hour + 25, body: 'Can we keep it about football? She had a good game.' },
    {
      reader: 'lokaale',
      after: 16 * hour,
      body: 'BUY JERSEYS all teams cheap cheap call today',
      status: 'refused',
      refusal: 'Advertising.',
    },
    {
      reader: 'mama-saida',
      after: 17 * hour,
      body: 'Somebody should sew the drum’s skin before January. I can do it if they bring it on a Tuesday.',
      status: 'held',
    },
    {
      reader: 'bakari',
      after: 18 * hour,
      body: 'How does one start a club? Really asking. Is there a form?',
      status: 'held',
    },
  ],
  'drought-desk-moves-to-alert': [
    { reader: 'rukia', after: 40, body: 'In Griftu milk is at 150 today. I bought it myself.' },
    {
      reader: 'naftal',
      after: 3 * hour,
      body: 'You list what the counties should do at “alert”. Will you print in a month what they did? That would be worth more than the list.',
    },
    {
      reader: 'lokaale',
      after: 5 * hour,
      body: 'With us they said alert in 2022 and the pump came in 2024. It is a very good pump.',
    },
    {
      reader: 'njoki',
      after: 8 * hour,
      body: 'I live in Nairobi and do not know what to do with such an article, except to read it to the end. Is there somewhere to send money that goes to spare parts and not to a workshop about spare parts?',
    },
    { reader: 'rukia', after: 9 * hour, body: 'Njoki, ask for the well committees by name. They give receipts.' },
  ],
  'moyale-market-scale': [
    {
      reader: 'tsegaye',
      after: 2 * hour,
      body: 'My uncle is one of the brokers. He says that he always knew what they weighed, and that this was the trouble.',
    },
    { reader: 'wekesa', after: 4 * hour, body: 'Who tests the weight that tests the scale?' },
    {
      reader: 'naftal',
      after: 6 * hour,
      body: 'The county’s weights and measures officer, once a year, if there is petrol.',
    },
    { reader: 'mama-saida', after: day, body: 'Now do charcoal.' },
  ],
  'kenya-uk-border-security-memorandum': [
    {
      reader: 'wekesa',
      after: 90,
      body: 'Busia is on the list with four counties that are nothing like it. I should like to know who sits on the local committee here, and when it meets.',
    },
    {
      reader: 'rukia',
      after: 4 * hour,
      body: 'Early warning works when the person who gives the warning hears back. I hope that is written in it somewhere.',
    },
    { reader: 'naftal', after: day, body: 'Has the text been published? I looked and found only reports about it.' },
  ],
  'lamu-night-crossing': [
    { reader: 'bakari', after: 30, body: 'I was one of the eleven on the rice. Thank you for not printing names.' },
    { reader: 'mama-saida', after: 2 * hour, body: 'Rule 3 should have been rule 1.' },
    { reader: 'bakari', after: 3 * hour, body: 'It was. Then somebody said that cement sits on them too.' },
  ],
  'lend-us-a-number': [
    {
      reader: 'naftal',
      after: hour,
      body: 'I work in one of those slaughterhouses. She is right about half past five. I can tell you today’s if you promise not to ask how.',
    },
    {
      reader: 'tsegaye',
      after: 2 * hour,
      body: 'And who checks that the officer has written down the sales that happened, and not the ones he was asked to?',
    },
    {
      reader: 'njoki',
      after: 5 * hour,
      body: 'Ten sales a day in thirty markets is three hundred numbers. My phone does that before breakfast. This is the cheapest idea I have read this year.',
    },
    { reader: 'lokaale', after: 7 * hour, body: 'In Turkana please also for fish.' },
  ],
  'a-photograph-of-a-budget': [
    { reader: 'naftal', after: 25, body: 'I know that thumb.' },
    {
      reader: 'njoki',
      after: 3 * hour,
      body: 'My father is blind and was a bookkeeper. I read him this. He says: ask them also to put the units into the heading of the column.',
    },
    {
      reader: 'wekesa',
      after: 8 * hour,
      body: 'With respect, a file can be changed and a signed page cannot. The author waves this away in one sentence.',
    },
    { reader: 'naftal', after: 9 * hour, body: 'He does not wave it away. Publish both, he says.' },
  ],
  'the-ambulance-that-crosses': [
    {
      reader: 'tsegaye',
      after: hour,
      body: 'I am on the other side of the bar. It went up at two this morning, and I thought of this article and slept on.',
    },
    { reader: 'rukia', after: 6 * hour, body: 'A bean! Every nurse I know has a drawer with beans.' },
  ],
  'mikoko-yarudi-lamu': [
    { reader: 'bakari', after: 50, body: 'Huyo aliyeomba ndoo nyingine ni mjomba wangu. Sasa anatufundisha sisi.' },
    { reader: 'mama-saida', after: 4 * hour, body: 'Hongereni sana. Tunaomba habari zaidi kwa Kiswahili, tafadhali.' },
  ],
  'kalokol-ice': [
    { reader: 'lokaale', after: 3 * hour, body: 'At what price was it, 310? I sold on Friday for 205. Please check.' },
    { reader: 'lokaale', after: 26 * hour, body: 'Thank you for correcting it. Now my wife believes me again.' },
    { reader: 'njoki', after: 2 * day, body: 'What became of the mango?' },
  ],
  'eleven-days-late-the-rain': [
    { reader: 'rukia', after: 20, body: 'Nothing yet in Wajir town, but the smell, yes.' },
    {
      reader: 'naftal',
      after: 14 * hour,
      body: 'So the gutters are up! I gave 200 shillings and feel as if I owned the whole tank.',
    },
    { reader: 'mama-saida', after: 16 * hour, body: 'How are the three goats?' },
  ],
  'a-calendar-for-the-grass': [
    {
      reader: 'rukia',
      after: 5 * hour,
      body: 'My grandmother’s brother was at that tree forty years ago, when they agreed on something and it did not last until the second moon. This time they have asked the herd boys. I shall wait and hope.',
    },
    {
      reader: 'lokaale',
      after: 7 * hour,
      body: 'Is it one heifer per animal or one per day? People will ask.',
      status: 'held',
    },
    { reader: 'tsegaye', after: 9 * hour, body: 'Everybody knows who took the key.', status: 'held' },
  ],
  'the-boat-that-makes-no-noise': [
    {
      reader: 'bakari',
      after: 35,
      body: 'She is a beautiful boat. I miss the smell a little, I must say; my clothes do not.',
    },
    { reader: 'mama-saida', after: 2 * hour, body: 'Who owns the limes now?' },
  ],
};
