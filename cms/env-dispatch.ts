import { z } from 'zod';
import { address, holdTogether, webhookSecret } from './env-webhook.ts';
import type { DispatchOptions } from './src/dispatch/options.ts';

/** The settings that name builders elsewhere. */
export const dispatchSettings = {
  BUILD_WEBHOOK_URL: address('https://ci.example.org/hooks/site').optional(),
  BUILD_WEBHOOK_SECRET: webhookSecret.optional(),
  GITHUB_DISPATCH_REPOSITORY: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, 'must be the name of a repository, such as owner/name')
    .optional(),
  GITHUB_DISPATCH_TOKEN: z.string().optional(),
  GITHUB_API_URL: address('https://github.example.org/api/v3').optional(),
};

type Given = z.output<z.ZodObject<typeof dispatchSettings>>;

export const holdDispatchTogether = holdTogether(
  ['BUILD_WEBHOOK_URL', 'BUILD_WEBHOOK_SECRET'],
  ['GITHUB_DISPATCH_REPOSITORY', 'GITHUB_DISPATCH_TOKEN'],
);

/** The plugin's option, by the settings. */
export function dispatchOf(given: Given): DispatchOptions {
  const { BUILD_WEBHOOK_URL: url, BUILD_WEBHOOK_SECRET: secret } = given;
  const { GITHUB_DISPATCH_REPOSITORY: repository, GITHUB_DISPATCH_TOKEN: token, GITHUB_API_URL: apiURL } = given;
  return {
    ...(url && secret && { webhook: { url, secret } }),
    ...(repository && token && { github: { repository, token, ...(apiURL && { apiURL }) } }),
  };
}
