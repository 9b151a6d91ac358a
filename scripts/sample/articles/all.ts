import type { SampleArticle } from '../types.ts';
import { article as aCalendarForTheGrass } from './a-calendar-for-the-grass.ts';
import { article as aPhotographOfABudget } from './a-photograph-of-a-budget.ts';
import { article as borderQueensDerby } from './border-queens-derby.ts';
import { article as busiaOneDeskQueue } from './busia-one-desk-queue.ts';
import { article as camelLibraryThirdRoute } from './camel-library-third-route.ts';
import { article as droughtDeskMovesToAlert } from './drought-desk-moves-to-alert.ts';
import { article as elevenDaysLateTheRain } from './eleven-days-late-the-rain.ts';
import { article as fiveQuestionsBeforeYouInsureAHerd } from './five-questions-before-you-insure-a-herd.ts';
import { article as howToReadACountyBudget } from './how-to-read-a-county-budget.ts';
import { article as insurancePaysBeforeTheLoss } from './insurance-pays-before-the-loss.ts';
import { article as kalokolIce } from './kalokol-ice.ts';
import { article as kenyaUkBorderSecurityMemorandum } from './kenya-uk-border-security-memorandum.ts';
import { article as lamuNightCrossing } from './lamu-night-crossing.ts';
import { article as lendUsANumber } from './lend-us-a-number.ts';
import { article as manderaCableAndMast } from './mandera-cable-and-mast.ts';
import { article as manderaOpensAfterSupper } from './mandera-opens-after-supper.ts';
import { article as mikokoYarudiLamu } from './mikoko-yarudi-lamu.ts';
import { article as moyaleMarketScale } from './moyale-market-scale.ts';
import { article as saturdayCourtInBusia } from './saturday-court-in-busia.ts';
import { article as seaweedDryingShed } from './seaweed-drying-shed.ts';
import { article as smallFishOffTheGround } from './small-fish-off-the-ground.ts';
import { article as subiraLosesByATurban } from './subira-loses-by-a-turban.ts';
import { article as theAmbulanceThatCrosses } from './the-ambulance-that-crosses.ts';
import { article as theBoatThatMakesNoNoise } from './the-boat-that-makes-no-noise.ts';
import { article as theBucketCountAtWajir } from './the-bucket-count-at-wajir.ts';
import { article as theCaseOfTheBoundaryStone } from './the-case-of-the-boundary-stone.ts';
import { article as theForecastInTheWordsOfTheGoats } from './the-forecast-in-the-words-of-the-goats.ts';
import { article as theLakeHasMovedAndTheMapHasNot } from './the-lake-has-moved-and-the-map-has-not.ts';
import { article as theQueensAndTheNinetyThirdMinute } from './the-queens-and-the-ninety-third-minute.ts';
import { article as theSchoolThatDrinksLast } from './the-school-that-drinks-last.ts';
import { article as theWomenWhoReadTheTana } from './the-women-who-read-the-tana.ts';
import { article as turkwelLightMeter } from './turkwel-light-meter.ts';
import { article as whySugarCostsLessAcrossTheStreet } from './why-sugar-costs-less-across-the-street.ts';

/** Every article, in the order of publication. */
export const articles: SampleArticle[] = [
  kenyaUkBorderSecurityMemorandum,
  moyaleMarketScale,
  lamuNightCrossing,
  camelLibraryThirdRoute,
  busiaOneDeskQueue,
  kalokolIce,
  howToReadACountyBudget,
  turkwelLightMeter,
  borderQueensDerby,
  insurancePaysBeforeTheLoss,
  seaweedDryingShed,
  lendUsANumber,
  manderaCableAndMast,
  droughtDeskMovesToAlert,
  theSchoolThatDrinksLast,
  subiraLosesByATurban,
  saturdayCourtInBusia,
  fiveQuestionsBeforeYouInsureAHerd,
  theAmbulanceThatCrosses,
  theWomenWhoReadTheTana,
  whySugarCostsLessAcrossTheStreet,
  manderaOpensAfterSupper,
  mikokoYarudiLamu,
  theBucketCountAtWajir,
  theForecastInTheWordsOfTheGoats,
  smallFishOffTheGround,
  aPhotographOfABudget,
  elevenDaysLateTheRain,
  theLakeHasMovedAndTheMapHasNot,
  aCalendarForTheGrass,
  theCaseOfTheBoundaryStone,
  theBoatThatMakesNoNoise,
  theQueensAndTheNinetyThirdMinute,
];
