import { createHash } from 'node:crypto';
import type { DispatchOptions } from './options.ts';
import { keyOf, signedHeaders } from './standard-webhook.ts';
import type { Target } from './target.ts';

/** @throws Where the secret is none. */
export function webhookTarget({ url, secret }: NonNullable<DispatchOptions['webhook']>): Target {
  const key = keyOf(secret);
  if (!key) {
    throw new Error('The secret of the build webhook must be whsec_ and 24 to 64 random bytes in base64.');
  }
  return {
    name: 'webhook',
    title: 'Webhook',
    // The path of a build hook is often its secret.
    place: new URL(url).host,
    addressHash: createHash('sha256').update(url).digest('hex').slice(0, 16),
    request(head, request, now) {
      const body = JSON.stringify({
        type: 'dateline.publish',
        timestamp: head.at.toISOString(),
        data: { cursor: head.cursor },
      });
      const id = `msg_${head.row.replaceAll('-', '')}_${request}`;
      return { url, body, headers: { 'content-type': 'application/json', ...signedHeaders(key, id, now, body) } };
    },
    explain(status) {
      if (status === 401 || status === 403) {
        return `The receiver refused the call (${status}). BUILD_WEBHOOK_SECRET must be the same on both sides.`;
      }
      if (status === 404) return 'Nothing stands at the address (404). Correct BUILD_WEBHOOK_URL.';
      if (status === 410) return 'The receiver wants no more calls (410). Correct BUILD_WEBHOOK_URL, or ask its owner.';
      if (status >= 300 && status < 400) {
        return `The receiver has moved (${status}). Set BUILD_WEBHOOK_URL to its new address.`;
      }
      return `The receiver answered ${status}.`;
    },
  };
}
