import type { Detail } from './details.ts';
import type { ProblemTitle } from './problem.ts';

/** What the reader API says, by its English. `#` stands for a number. */
export const swahiliSentences: Readonly<Record<ProblemTitle | Detail, string>> = {
  'The request could not be read.': 'Ombi halikuweza kusomwa.',
  'Some of what was sent needs to be corrected.': 'Baadhi ya yaliyotumwa yanahitaji kusahihishwa.',
  'You must be logged in to do this.': 'Ni lazima uingie ili ufanye hivi.',
  'The e-mail address or the password is not right.': 'Anwani ya barua pepe au nenosiri si sahihi.',
  'This passkey could not be used here.': 'Ufunguo huu wa kifaa haukuweza kutumika hapa.',
  'The feed token is missing or wrong.': 'Tokeni ya mlisho haipo au si sahihi.',
  'This was sent from another site, so nothing was done.':
    'Hii ilitumwa kutoka tovuti nyingine, kwa hiyo hakuna kilichofanyika.',
  'This account cannot post at the moment.': 'Akaunti hii haiwezi kutuma maoni kwa sasa.',
  'This cannot be done from here. If you think that is a mistake, write to the newsroom.':
    'Hili haliwezi kufanyika kutoka hapa. Ikiwa unadhani ni kosa, andikia chumba cha habari.',
  'Our terms have changed. Agree to them, and send it again.': 'Masharti yetu yamebadilika. Yakubali, kisha tuma tena.',
  'There is nothing here.': 'Hakuna kitu hapa.',
  'That cannot be done here.': 'Hilo haliwezi kufanyika hapa.',
  'You have posted this here already.': 'Umeshatuma maoni haya hapa.',
  'An earlier version of this was posted. This one is still here: send it again to post it too.':
    'Toleo la awali la maoni haya limeshatumwa. Maandishi haya bado yapo: yatume tena ili nayo yatumwe.',
  'Somebody else is logged in here by now. Send it again to post it under their name.':
    'Sasa ameingia mtu mwingine hapa. Yatume tena ili yachapishwe kwa jina lake.',
  'It is too late to change this comment.': 'Muda wa kuhariri maoni haya umepita.',
  'Comments on this article are closed.': 'Maoni kuhusu habari hii yamefungwa.',
  'The feed does not know this cursor. Start again from nothing.': 'Mlisho haujui alama hii. Anza tena mwanzo.',
  'This link has been used or has expired.': 'Kiungo hiki kimeshatumika au muda wake umekwisha.',
  'That is more than can be sent at once.': 'Hayo ni mengi kuliko yanayoweza kutumwa kwa mara moja.',
  'Send JSON or a form.': 'Tuma JSON au fomu.',
  'The comment is too short or too long.': 'Maoni ni mafupi mno au marefu mno.',
  'The comment has words that this newsroom does not publish. Say it in others.':
    'Maoni yana maneno ambayo chumba hiki cha habari hakiyachapishi. Yaseme kwa maneno mengine.',
  'That was too often. Wait a little and try again.': 'Umejaribu mara nyingi mno. Subiri kidogo, kisha ujaribu tena.',
  'Something went wrong on our side. Nothing was lost; try again.':
    'Kuna hitilafu upande wetu. Hakuna kilichopotea; jaribu tena.',
  'Many are logging in at this moment. Try again in a minute.':
    'Watu wengi wanaingia kwa sasa. Jaribu tena baada ya dakika moja.',
  'Posting is paused for the moment. Keep your text and try again in a minute.':
    'Kutuma maoni kumesitishwa kwa sasa. Hifadhi maandishi yako, kisha ujaribu tena baada ya dakika moja.',

  'There is no such article.': 'Hakuna habari kama hiyo.',
  'This comment is not there any more.': 'Maoni haya hayapo tena.',
  'The comment that you answer is not there any more.': 'Maoni unayoyajibu hayapo tena.',
  'You have no such comment.': 'Huna maoni kama hayo.',
  'This comment is your own.': 'Maoni haya ni yako mwenyewe.',
  'You can still delete it.': 'Bado unaweza kuyafuta.',
  'Agree to them on your account page first.': 'Yakubali kwanza kwenye ukurasa wa akaunti yako.',
  'The terms have changed since. Read them again on your account page.':
    'Masharti yamebadilika tena tangu hapo. Yasome upya kwenye ukurasa wa akaunti yako.',
  'Write # to # characters.': 'Andika herufi # hadi #.',
  'Write a comment of # to # characters.': 'Andika maoni ya herufi # hadi #.',
  'The comment has characters that are not text. Remove them and send it again.':
    'Maoni yana herufi ambazo si maandishi. Ziondoe, kisha utume tena.',
  'Enter an e-mail address, such as name@example.org.': 'Weka anwani ya barua pepe, kama vile name@example.org.',
  'Enter your password.': 'Weka nenosiri lako.',
  'That password is longer than any that we accept.': 'Nenosiri hilo ni refu mno.',
};
