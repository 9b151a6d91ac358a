import type { PlainFormState } from '@dateline/shared/forms';
import { comingBack, readerBase, readerRoutes } from '@dateline/shared/routes';
import type { Answer, Page } from '../answer.ts';
import {
  drawFailure,
  findReader,
  requireReader,
  afterFailure,
  hasOwnPage,
  typed,
  type Exchange,
  type ReaderRoute,
} from '../exchange.ts';
import type { SignedInReader } from '../session.ts';
import type { Done } from './done.ts';

/** A page that is its reader's own. Nobody else sees more of it than the way to log in. */
export function ownPage(
  path: string,
  draw: (exchange: Exchange, reader: SignedInReader) => Page | Promise<Page>,
  { barred }: Pick<ReaderRoute, 'barred'> = {},
): ReaderRoute {
  return {
    ...(barred && { barred }),
    method: 'get',
    path,
    page: true,
    act: async (exchange) => {
      const reader = await findReader(exchange);
      if (!reader) return { to: comingBack(readerRoutes.login, readerBase + path) };
      return { status: 200, page: await draw(exchange, reader) };
    },
  };
}

/**
 * Something that a reader does with their account.
 * @param done What the account page then says, or a page of its own.
 */
export function ownAction(
  path: string,
  done: Done | Page,
  act: (exchange: Exchange, reader: SignedInReader) => Promise<void>,
): ReaderRoute {
  return {
    method: 'post',
    path,
    act: async (exchange): Promise<Answer> => {
      await act(exchange, await requireReader(exchange));
      if (!exchange.asPage) return { status: 204 };
      return typeof done === 'string' ? { to: `${readerRoutes.account}?done=${done}` } : { status: 200, page: done };
    },
  };
}

interface OwnForm extends Pick<ReaderRoute, 'barred'> {
  path: string;
  title: string;
  draw: (state: PlainFormState) => string;
  /** What it is filled in with at first. */
  values?: (exchange: Exchange, reader: SignedInReader) => Promise<Record<string, string>> | Record<string, string>;
  done: Done | Page;
  save: (exchange: Exchange, reader: SignedInReader) => Promise<void>;
}

/** A form about one's account: the page of it, and what sends it. */
export function ownForm({ path, title, draw, values, done, save, ...rest }: OwnForm): ReaderRoute[] {
  const drawn = async (exchange: Exchange, reader: SignedInReader) => ({
    title,
    html: draw({ ...(values && { values: await values(exchange, reader) }) }),
  });
  return [
    ownPage(path, drawn, rest),
    {
      ...rest,
      ...ownAction(path, done, save),
      redraw: (input, failure) =>
        hasOwnPage(failure)
          ? drawFailure(input, failure)
          : {
              title,
              html: draw({
                values: typed(input),
                ...afterFailure(failure),
              }),
            },
    },
  ];
}
