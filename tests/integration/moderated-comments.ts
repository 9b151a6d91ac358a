import { randomUUID } from 'node:crypto';
import { ownComment } from '../../shared/src/comment.ts';
import { startReaderApi, type Reader } from './reader-client.ts';
import { standingOf } from './reader-comments.ts';

const before = { holdNew: false, holdAll: false, closeAll: false, trustAfter: 1, words: [], watchedDomains: [] };

/** A newsroom that holds nothing but what it is told to. */
export async function openModerated() {
  const api = await startReaderApi();
  return {
    api,
    settle: (moderation: Record<string, unknown>) =>
      api.payload.updateGlobal({
        slug: 'newsroom-settings',
        data: { moderation: { ...before, closeAfterDays: 0, ...moderation } } as never,
      }),
    post: (reader: Reader, article: string, body = `What I think, ${randomUUID()}.`) =>
      reader.json('/api/reader/comments', { article, body, key: randomUUID() }),
    /** Why a comment that was posted waits. */
    reasonOf: async (answer: Response) => (await standingOf(api, ownComment.parse(await answer.json()).id))?.held_for,
  };
}

export const stateOf = async (answer: Response) => ownComment.parse(await answer.json()).state;

export const said = async (answer: Response) => ({
  status: answer.status,
  code: ((await answer.json()) as { code?: string }).code,
});
