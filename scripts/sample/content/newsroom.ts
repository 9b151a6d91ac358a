/** What the sample's site says about itself. */
export const newsroom = {
  name: 'The Tana Courier',
  tagline: 'From Kenya’s borderlands to the sea',
  language: 'en-KE',
  languages: ['en-KE', 'sw'],
  timeZone: 'Africa/Nairobi',
  contactEmail: 'desk@newsroom.example',
  commentRules:
    'Write to the point, and as you would speak at a baraza: your name is under it. No insults, no advertising, nobody’s telephone number. A first comment waits until a person on the desk has read it.',
  sample: true,
  policies: [
    {
      title: 'About this newsroom',
      text: 'The Tana Courier is a sample. No such paper exists. It came with Dateline so that you can see a newsroom at work before you have written anything yourself.\n\nIts staff, its sources and nearly all of its stories are invented, and each invented story says so at its end. The places are real. Three real holders of public office appear in one story, which retells a public announcement; no words are put into their mouths.',
    },
    {
      title: 'Corrections',
      text: 'When we are wrong we say so in the story itself, with the date, what was wrong and what is right. We do not quietly change a fact, a figure or a name. Spelling that misleads nobody is mended without a note.\n\nWrite to desk@newsroom.example. A complaint about a fact is read on the day it comes in, and answered within two working days.',
    },
    {
      title: 'Sources',
      text: 'We name the people we quote. Where somebody has good reason to stay unnamed, an editor must know who they are, and the story says why we agreed. Nobody is paid for an interview, and nobody sees a story before it is published; whoever is accused of something is asked first, and their answer is printed.\n\nFigures carry their source. If we counted ourselves, we say how.',
    },
    {
      title: 'Comments',
      text: 'Readers comment under their own account. A first comment is held until a moderator has read it; after that, most appear at once. We remove what insults, threatens, advertises or exposes a private person, and leave a mark where it stood. Disagreeing with the paper is no ground for removal.\n\nUnder stories about court cases and about disputes between neighbours we hold every comment, or close the thread.',
    },
    {
      title: 'Ownership and money',
      text: 'In the sample’s world the paper belongs to its eleven employees and to 640 readers who bought one share each. It lives from subscriptions, from notices and from sponsored articles, which are labelled, written by somebody outside the newsroom’s reporting staff, and never about a party, a candidate or a bank.',
    },
    {
      title: 'Artificial intelligence',
      text: 'The sample’s stories were written with the help of a language model, and its pictures were drawn by a program. A newsroom that uses Dateline should say here what it does itself.\n\nThe paper that is imagined here lets software transcribe interviews and check spelling. It lets none write a story, choose a headline or draw a picture of something that happened.',
    },
  ],
};
