import { githubTarget } from './github.ts';
import type { DispatchOptions } from './options.ts';
import type { Target } from './target.ts';
import { webhookTarget } from './webhook.ts';

/** Everybody who is told of a publish. */
export const targetsOf = ({ webhook, github }: DispatchOptions = {}): Target[] => [
  ...(github ? [githubTarget(github)] : []),
  ...(webhook ? [webhookTarget(webhook)] : []),
];
