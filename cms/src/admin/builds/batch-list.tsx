import { Link } from '@payloadcms/ui';
import { deskPathOf, pagesOf, readable, reasonOf, timeOf, verbOf, type Batch } from './batch.ts';
import { Time } from './time.tsx';
import type { Clock } from './zoned.ts';

interface Props {
  batches: Batch[];
  clock: Clock;
  /** Makes an address of the desk. */
  at: (path: `/${string}`) => string;
}

function Changes({ batch, at }: { batch: Batch; at: Props['at'] }) {
  const { changes, changed } = batch;
  if (changes.length === 0) return <p className="dateline-batch__changes">{reasonOf(batch)}</p>;
  const more = (changed ?? 0) - changes.length;
  return (
    <ul className="dateline-batch__changes">
      {changes.map((change) => {
        const path = deskPathOf(change);
        const title = change.title === '' ? 'without a title' : change.title;
        return (
          <li key={`${change.kind} ${change.document} ${change.op} ${title}`}>
            <span className="dateline-batch__verb">{verbOf(change)}</span>{' '}
            {path ? (
              <Link href={at(path)} prefetch={false}>
                {title}
              </Link>
            ) : (
              title
            )}
          </li>
        );
      })}
      {more > 0 && <li className="dateline-batch__verb">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}

function Failures({ failed, failures }: Batch) {
  if (failures === 0) return null;
  return (
    <ul className="dateline-batch__failures">
      {failed.map(({ path, cause }) => (
        <li key={path}>
          <strong>{readable(path)}</strong> keeps its last good version: {cause}
        </li>
      ))}
      {failures > failed.length && <li>and {(failures - failed.length).toLocaleString('en')} more pages</li>}
    </ul>
  );
}

/** Batches, newest first: what each brought, and what it did to the site. */
export function BatchList({ batches, clock, at }: Props) {
  return (
    <ol className="dateline-batches">
      {batches.map((batch) => (
        <li className="dateline-batch" key={batch.id}>
          <p className="dateline-batch__when">
            <Time at={batch.at} clock={clock} />
            <span>{timeOf(batch.milliseconds)}</span>
          </p>
          <Changes at={at} batch={batch} />
          <Failures {...batch} />
          <p className="dateline-fact">
            {pagesOf(batch)}
            {batch.release !== null && (
              <>
                {' '}
                · release <code>{batch.release}</code>
              </>
            )}
            {batch.builder !== null && (
              <>
                {' '}
                · builder <code>{batch.builder.slice(0, 8)}</code>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
