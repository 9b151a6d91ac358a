import { registerChallenge, type RegisterChallenge } from '@dateline/shared/reader';
import type { ReaderRoute } from './exchange.ts';
import { isBurst } from './limit-rate.ts';
import { newChallenge } from './proof-of-work.ts';

/** `GET /register/challenge`: what a browser is to do before it registers, which is nothing but in a burst. */
export const registerChallengeRoute: ReaderRoute = {
  method: 'get',
  path: '/register/challenge',
  act: async ({ payload }) => {
    const challenge = (await isBurst(payload)) ? await newChallenge(payload.secret) : null;
    return { status: 200, json: registerChallenge.parse({ challenge } satisfies RegisterChallenge) };
  },
};
