import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { staffOf } from '../../access/roles.ts';
import { seesReaders } from '../../moderation/desk/endpoints.ts';
import { kindsFor, logKinds, logQuestion, type LogQuestion } from '../../moderation/desk/log-question.ts';
import { readLog } from '../../moderation/desk/read-log.ts';
import type { LogEntryShown } from '../../moderation/desk/shapes.ts';
import { newsroomClock } from '../builds/zoned.ts';
import { ClosedScreen, deskAddresses, StaffScreen } from '../staff-screen.tsx';
import { ruleWords } from './field-words.ts';
import { sayBy, sayEntry, type LogWords } from './say-log.ts';

const path = '/moderation/log';

interface Person {
  id: string;
  name?: unknown;
}

/** Those whose acts can be asked for. */
async function staffNames({ initPageResult, payload }: AdminViewServerProps): Promise<{ id: string; name: string }[]> {
  const { docs } = await payload.find({
    collection: payload.config.admin.user as 'users',
    where: { role: { not_equals: 'reporter' } },
    depth: 0,
    limit: 200,
    sort: 'name',
    req: initPageResult.req,
  });
  return (docs as unknown as Person[]).map(({ id, name }) => ({ id, name: typeof name === 'string' ? name : id }));
}

const search = (asked: Partial<LogQuestion>) =>
  new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString();

interface EntryProps {
  entry: LogEntryShown;
  at: (path: `/${string}`) => string;
  words: LogWords;
}

function Entry({ entry, at, words }: EntryProps) {
  const only = (asked: Partial<LogQuestion>) => `${at(path)}?${search(asked)}`;
  return (
    <li>
      <strong>{sayEntry(entry, words)}</strong>
      {entry.reason && <span className="dateline-log__reason"> {entry.reason}</span>}
      <span className="dateline-fact">
        {sayBy(entry)}, {words.write(entry.at)}
        {entry.article && (
          <>
            {' · '}
            <Link href={only({ article: entry.article.id })} prefetch={false}>
              {entry.article.headline ?? 'An article that is gone'}
            </Link>
          </>
        )}
        {entry.comment && (
          <>
            {' · '}
            <Link href={only({ comment: entry.comment })} prefetch={false}>
              All of this comment
            </Link>
          </>
        )}
        {entry.reader && (
          <>
            {' · '}
            <Link href={only({ reader: entry.reader.id })} prefetch={false}>
              {entry.reader.name}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

/** The log of moderation, to be read: what was done, by whom, the last first. For those who decide comments. */
export async function ModerationLogView(view: AdminViewServerProps) {
  const role = staffOf(view.initPageResult.req)?.role;
  if (role === undefined || role === 'reporter') {
    return <ClosedScreen path={path} title="For moderators" view={view} />;
  }
  const at = deskAddresses(view);
  const { before, ...asked } = logQuestion.parse(view.searchParams ?? {});
  const sees = seesReaders(role);
  const [{ entries, next }, staff, clock] = await Promise.all([
    readLog(view.payload.db.pool, { before, ...asked }, sees),
    staffNames(view),
    newsroomClock(view.payload),
  ]);
  const words = { ...ruleWords(view.payload.config), write: (at: string) => clock.write(new Date(at)) };
  const { kind, staff: by, ...subject } = asked;
  return (
    <StaffScreen title="Log of moderation" view={view}>
      <form action={at(path)} className="dateline-filters" method="get">
        <label>
          What{' '}
          <select defaultValue={kind ?? ''} name="kind">
            <option value="">Everything</option>
            {kindsFor(sees).map((name) => (
              <option key={name} value={name}>
                {logKinds[name].label}
              </option>
            ))}
          </select>
        </label>
        <label>
          By{' '}
          <select defaultValue={by ?? ''} name="staff">
            <option value="">Everybody</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {Object.entries(subject).map(
          ([name, value]) => value && <input key={name} name={name} type="hidden" value={value} />,
        )}
        <button className="dateline-decision__act" type="submit">
          Show
        </button>
        {search(asked) !== '' && (
          <Link href={at(path)} prefetch={false}>
            Show everything
          </Link>
        )}
      </form>
      <p className="dateline-fact">Times are those of {clock.zone}.</p>
      {entries.length === 0 && <p className="dateline-panel__quiet">Nothing of this kind is in the log.</p>}
      <ol className="dateline-log">
        {entries.map((entry) => (
          <Entry at={at} entry={entry} key={entry.id} words={words} />
        ))}
      </ol>
      <nav aria-label="Pages of the log" className="dateline-pages">
        {before !== undefined && (
          <Link href={`${at(path)}?${search(asked)}`} prefetch={false}>
            Newest
          </Link>
        )}
        {next !== null && (
          <Link href={`${at(path)}?${search({ ...asked, before: next })}`} prefetch={false} rel="next">
            Older
          </Link>
        )}
      </nav>
    </StaffScreen>
  );
}
