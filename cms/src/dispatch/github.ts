import type { DispatchOptions } from './options.ts';
import type { Target } from './target.ts';

const publicAPI = 'https://api.github.com';

/** The type that a workflow waits for: `on: repository_dispatch: types: [dateline-publish]`. */
const eventType = 'dateline-publish';

export function githubTarget({
  repository,
  token,
  apiURL = publicAPI,
}: NonNullable<DispatchOptions['github']>): Target {
  const base = apiURL.replace(/\/+$/, '');
  return {
    name: 'github',
    title: 'GitHub Actions',
    place: base === publicAPI ? repository : `${repository} at ${new URL(base).host}`,
    request: (head) => ({
      url: `${base}/repos/${repository}/dispatches`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'dateline',
        'x-github-api-version': '2022-11-28',
      },
      body: JSON.stringify({ event_type: eventType, client_payload: { cursor: head.cursor } }),
    }),
    explain(status) {
      if (status === 401) return 'GitHub refused the token (401). Put a valid one into GITHUB_DISPATCH_TOKEN.';
      if (status === 403) {
        return 'The token may not start a build (403). Let it read and write the contents of the repository.';
      }
      if (status === 404) {
        return 'GitHub knows no such repository, or the token may not see it (404). Correct GITHUB_DISPATCH_REPOSITORY or the token.';
      }
      if (status >= 300 && status < 400) {
        return `The repository has moved (${status}). Set GITHUB_DISPATCH_REPOSITORY to its new name.`;
      }
      return `GitHub answered ${status}.`;
    },
  };
}
