import { randomUUID } from 'node:crypto';
import { readerRoutes } from '@dateline/shared/routes';
import type { Answered, Shot } from './load.ts';
import { addressOf, nameOf, password, type BenchReader } from './readers.ts';
import { inTurn, listing, type CommentScene } from './scene.ts';

/** Something that readers do: requests without end, each of another reader than the one before. */
export interface Work {
  name: string;
  next: () => Shot;
  isGood: (answer: Answered) => boolean;
}

/** A POST as a page of the site sends it, through the proxy. */
const posting = (scene: CommentScene, path: string, address: string, body: object, cookie = ''): Shot => ({
  method: 'POST',
  path,
  headers: {
    origin: scene.publicURL,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'x-forwarded-for': address,
    ...(cookie && { cookie }),
  },
  body: JSON.stringify(body),
});

/** Words that are those of no other comment. @param number Any, each once. */
export const textOf = (number: number) =>
  `Comment ${number} of the bench, which says ${randomUUID()} and is about as long as what people write under a story: two sentences, some forty words. The second one is here so that the length comes to what is usual, and it ends now.`;

export interface Posted {
  key: string;
  reader: BenchReader;
  shot: Shot;
}

/**
 * Comments of the readers in turn, each under the next of some articles.
 * @param answered Gives the comment that each answers, where they do.
 */
export function* comments(
  scene: CommentScene,
  articles: readonly { id: string }[],
  answered?: () => string | undefined,
): Generator<Posted, never> {
  const under = inTurn(articles);
  let number = 0;
  for (;;) {
    const reader = scene.posters.next().value;
    const key = randomUUID();
    const body = { article: under.next().value.id, key, body: textOf(++number), parent: answered?.() };
    yield { key, reader, shot: posting(scene, readerRoutes.comments, reader.address, body, reader.cookie) };
  }
}

/** What readers do all the time, measured at every number of connections. A new kind of work is a line here. */
export function everydayWorks(scene: CommentScene): Work[] {
  const { hot, others } = scene.articles;
  const onHot = comments(scene, [hot]);
  const onOthers = comments(scene, others);
  /** Comments of the hot thread that were acknowledged. */
  const standing: { id: string; author: string }[] = [];
  const isPosted = ({ status, body }: Answered) => status === 201 && body.includes('"state":"published"');
  let [answered, recommended] = [0, 0];
  const answers = comments(scene, [hot], () => standing[answered++ % standing.length]?.id);
  const lists = inTurn(others);
  return [
    {
      name: 'post, one hot thread',
      next: () => onHot.next().value.shot,
      isGood: (answer) => {
        if (!isPosted(answer)) return false;
        standing.push(JSON.parse(answer.body) as { id: string; author: string });
        return true;
      },
    },
    {
      name: `post, ${others.length} threads`,
      next: () => onOthers.next().value.shot,
      isGood: isPosted,
    },
    { name: 'answer in the hot thread', next: () => answers.next().value.shot, isGood: isPosted },
    {
      name: 'recommend in the hot thread',
      next: () => {
        const reader = scene.posters.next().value;
        // Nobody recommends a comment of their own.
        do recommended++;
        while (standing[recommended % standing.length]?.author === nameOf(reader));
        const comment = standing[recommended % standing.length]?.id;
        return posting(scene, readerRoutes.recommend, reader.address, { comment, recommended: true }, reader.cookie);
      },
      isGood: ({ status }) => status === 200,
    },
    { name: 'list the hot thread', next: () => listing(hot.id), isGood: ({ status }) => status === 200 },
    {
      name: `list ${others.length} threads`,
      next: () => listing(lists.next().value.id),
      isGood: ({ status }) => status === 200,
    },
  ];
}

/** Readers who log in: each once in a while, since an account's limit holds here too. */
export function logins(scene: CommentScene): Work {
  return {
    name: 'log in',
    next: () => {
      const { email, address } = scene.loggers.next().value;
      return posting(scene, readerRoutes.login, address, { email, password });
    },
    isGood: ({ status }) => status === 200,
  };
}

/** People who register, each from an address of their own. */
export function registrations(scene: CommentScene): Work {
  let number = 0;
  return {
    name: 'register',
    next: () => {
      const body = { email: `${randomUUID()}@example.org`, name: 'New reader of the bench', password };
      return posting(scene, readerRoutes.register, addressOf(20, ++number), body);
    },
    isGood: ({ status }) => status === 202,
  };
}
