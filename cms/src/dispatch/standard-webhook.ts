import { createHmac } from 'node:crypto';

const form = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/;

/** The key of a secret as Standard Webhooks writes it; undefined where it is none, or its length is not 24 to 64 bytes. */
export function keyOf(secret: string): Buffer | undefined {
  const key = Buffer.from(form.exec(secret)?.[1] ?? '', 'base64');
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** The headers that let a receiver verify a webhook (Standard Webhooks 1.0, “Webhook headers”). */
export function signedHeaders(key: Buffer, id: string, now: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
