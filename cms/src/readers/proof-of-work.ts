import { createHmac } from 'node:crypto';
import { workProof, type WorkChallenge, type WorkProof } from '@dateline/shared/reader';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import type { Payload } from 'payload';
import { takeOnce } from './limit-rate.ts';

/** On a slow phone some seconds, on the average half of it. */
const greatest = 50_000;
/** How long somebody may take to fill in the form again. */
const goodFor = 20 * 60_000;

const keyOf = (secret: string) => createHmac('sha256', secret).update('proof-of-work').digest('base64url');

/** A challenge that only this newsroom could have made. */
export async function newChallenge(secret: string, now = Date.now()): Promise<WorkChallenge> {
  const made = await createChallenge({
    algorithm: 'SHA-256',
    hmacKey: keyOf(secret),
    maxnumber: greatest,
    expires: new Date(now + goodFor),
  });
  return { ...made, algorithm: 'SHA-256', maxnumber: greatest };
}

function readProof(proof: string): WorkProof | undefined {
  try {
    return workProof.safeParse(JSON.parse(Buffer.from(proof, 'base64').toString())).data;
  } catch {
    return undefined;
  }
}

/** Whether a proof answers a challenge of ours, in time and for the first time. */
export async function takeProof(payload: Payload, proof: string): Promise<boolean> {
  const read = readProof(proof);
  if (!read || !(await verifySolution(read, keyOf(payload.secret)))) return false;
  return await takeOnce(payload, read.signature);
}
