import { z } from 'zod';
import { address, holdTogether, webhookSecret } from './env-webhook.ts';
import type { ExternalCheckOptions } from './src/moderation/external-check.ts';

const milliseconds = 'must be a number of milliseconds, 1 to 30000';

/** The settings of a service that reads comments before they are public. */
export const moderationSettings = {
  MODERATION_WEBHOOK_URL: address('https://checks.example.org/comments').optional(),
  MODERATION_WEBHOOK_SECRET: webhookSecret.optional(),
  MODERATION_WEBHOOK_TIMEOUT: z.coerce
    .number(milliseconds)
    .int(milliseconds)
    .min(1, milliseconds)
    .max(30_000, milliseconds)
    .optional(),
};

export const holdCheckTogether = holdTogether(['MODERATION_WEBHOOK_URL', 'MODERATION_WEBHOOK_SECRET']);

/** The plugin's option, by the settings. */
export function externalCheckOf(
  given: z.output<z.ZodObject<typeof moderationSettings>>,
): ExternalCheckOptions | undefined {
  const {
    MODERATION_WEBHOOK_URL: url,
    MODERATION_WEBHOOK_SECRET: secret,
    MODERATION_WEBHOOK_TIMEOUT: patience,
  } = given;
  return url && secret ? { url, secret, ...(patience !== undefined && { patience }) } : undefined;
}
