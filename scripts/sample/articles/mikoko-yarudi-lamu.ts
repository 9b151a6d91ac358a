import type { SampleArticle } from '../types.ts';

export const article: SampleArticle = {
  slug: 'mikoko-yarudi-lamu',
  headline: 'Mikoko yarudi Lamu, mche mmoja baada ya mwingine',
  standfirst:
    'Wanawake thelathini na wawili wamepanda miche elfu kumi na nne tangu Januari. Kaa wamerudi, na wavuvi wameanza kuuliza maswali.',
  language: 'sw',
  place: 'lamu-town',
  publishedAt: '2026-09-29T07:00:00+03:00',
  authors: ['mwanaidi-shee'],
  topics: ['lakes-and-sea', 'weather-and-land'],
  leadImage: 'mangroves-morning',
  body: `
Maji yakitoka, kazi inaanza. Saa kumi na mbili asubuhi wanawake thelathini na wawili wanashuka kwenye tope, kila mmoja na ndoo yake, na kabla jua halijapanda wamepanda miche mia nne.

Mahali hapa, mwendo wa nusu saa kwa mashua kutoka #lamu-town[mji wa Lamu], palikuwa na msitu wa mikoko hadi miaka ishirini iliyopita. Miti ilikatwa kwa ajili ya boriti na makaa. Kilichobaki kilikuwa tope tupu, na tope tupu halishiki kitu: mawimbi yalianza kula ufuo, na kisima cha kijiji kikawa na chumvi.

“Mama yangu alikuwa akiokota kaa hapa akiwa amebeba mtoto mgongoni,” anasema mmoja wa wanawake hao, aliyezaliwa jirani. “Mtoto huyo ni mimi. Nilipokua, hapakuwa na kaa wala kivuli.”

## Kujifunza kutokana na makosa

Mwaka wa kwanza walipanda miche elfu tatu, na karibu yote ikafa. Walikuwa wamechagua aina moja tu na kuipanda kwa mistari iliyonyooka, kama mahindi. Bahari haikupendezwa na mistari hiyo.

Mwaka huu walimwendea mzee mmoja mkata boriti, ambaye anajua kila mti ulikuwa wapi kwa sababu yeye ndiye aliyeukata. Akawaonyesha:

- mkoko wenyewe huota karibu na maji, mahali ambapo mizizi yake inalowa kila siku;
- muia hupenda tope laini la katikati;
- mchu husimama nyuma, penye mchanga na chumvi nyingi.

Tangu Januari wamepanda miche elfu kumi na nne kwa mpangilio huo. Mwezi uliopita walihesabu: kati ya kila miche kumi, saba iko hai.

> Mti unaopandwa mahali pasipo pake ni kama mgeni asiyekaribishwa. Utakaa siku mbili, kisha utaondoka.
> — Mkata boriti mstaafu

![mangroves-dusk]

## Kaa na wavuvi

Kaa wamerudi kabla ya miti kufika magotini. @salim-bwanaheri[Nahodha Salim Bwanaheri], ambaye hupita hapa na jahazi lake, anasema kwamba hata samaki wadogo wameonekana tena kati ya mizizi. Wavuvi sasa wanauliza kama wanaweza kuvua hapo.

Jibu la kikundi, kwa sasa, ni hapana. Kwa muda wa miaka mitatu hakuna nyavu, hakuna kukata, na mashua zinapita polepole. Wavuvi kumi na mmoja wameweka sahihi zao kwenye makubaliano hayo. Wawili wamekataa, na wamealikwa kuja kupanda ili waone kazi ilivyo. Mmoja wao alikuja wiki iliyopita. Alipanda miche ishirini, akanyamaza, kisha akaomba ndoo nyingine.

## Malipo

Kila mche unalipiwa shilingi kumi na tano na mfuko wa kijiji, ambao unapata fedha zake kutokana na ada ya wageni. Kikundi huweka shilingi tatu kati ya hizo kwa ajili ya shule ya chekechea. @zuhura-athman[Zuhura Athman], mkunga ambaye pia ni mwenyekiti wa chama cha abiria wa mashua, ndiye mweka hazina. Anasema vitabu viko wazi kwa yeyote anayetaka kuvisoma, mradi anawe mikono kwanza.

Maji yanaanza kurudi saa nne. Wanawake wanapanda mashua, tope hadi kiunoni, wakiimba. Nyuma yao, katika bahari inayojaa, ni majani mawili mawili tu yanayoonekana juu ya maji.

*Habari hii imebuniwa kwa ajili ya chumba cha habari cha mfano.*
`,
};
