'use client';

import type { CommentContext, CommentStatus, QueueItem, ThreadComment } from '../../moderation/desk/shapes.ts';
import type { Mark } from '../../moderation/fitting-marks.ts';
import { statusLabels } from '../comment-decision.ts';
import { CommentMarks } from './comment-marks.tsx';
import { LogLines } from './log-lines.tsx';
import { sayAge, sayInstant } from './say-time.ts';
import { ThreadMode } from './thread-mode.tsx';

function Others({ comments, now }: { comments: readonly ThreadComment[]; now: number }) {
  return comments.map((comment) => (
    <blockquote className="dateline-thread__other" key={comment.id}>
      <span className="dateline-fact">
        {comment.author}, {sayAge(comment.at, now)}
      </span>
      {comment.body}
    </blockquote>
  ));
}

/** What a reply answers, below where its conversation began. */
function Answered({ comments, now }: { comments: readonly ThreadComment[]; now: number }) {
  const parent = comments.at(-1);
  if (!parent) return null;
  return (
    <section aria-label={`In reply to ${parent.author}`} className="dateline-answered">
      <h3>In reply to {parent.author}</h3>
      {comments.map((comment) => (
        <blockquote className="dateline-thread__other" key={comment.id}>
          <span className="dateline-fact">
            {comment.author}, {sayAge(comment.at, now)}
            {comment.status !== 'published' && `, ${statusLabels[comment.status].toLowerCase()}`}
          </span>
          {comment.body || 'What it said is gone.'}
        </blockquote>
      ))}
    </section>
  );
}

/** The comment that is open, with what it answers, in its thread and under its article. */
export function CommentDetail({
  item,
  status,
  context,
  now,
  onMark,
  onNarrow,
  onThread,
}: {
  item: QueueItem;
  /** What it is now, whoever has decided it. */
  status: CommentStatus;
  context: CommentContext | null;
  now: number;
  onMark: (mark: Mark) => void;
  /** Shows the comments of an article alone. */
  onNarrow: (article: string) => void;
  /** When the thread was opened, held or closed. */
  onThread: () => void;
}) {
  const isBefore = (other: ThreadComment) => other.at < item.at;
  return (
    <article aria-label={`The comment of ${item.author}`} className="dateline-judged">
      <header>
        <h2>
          {context?.article.url ? (
            <a href={context.article.url} rel="noopener" target="_blank">
              {item.article.headline}
            </a>
          ) : (
            item.article.headline
          )}
        </h2>
        {context && (
          <>
            <p className="dateline-fact">
              {context.article.standfirst}
              {context.article.mode !== context.article.own &&
                ` The thread is ${context.article.mode}, by its age, whom it mentions, or for all threads.`}
            </p>
            <ThreadMode
              article={context.article.id}
              headline={item.article.headline}
              mode={context.article.own}
              onDone={onThread}
            />
            <button className="dateline-decision__act" onClick={() => onNarrow(context.article.id)} type="button">
              Only this thread
            </button>
          </>
        )}
      </header>
      {context && <Others comments={context.thread.filter(isBefore)} now={now} />}
      {context && <Answered comments={context.answered} now={now} />}
      <div className="dateline-judged__comment">
        <p className="dateline-queue__who">
          <strong>{item.author}</strong>{' '}
          <span>
            {sayAge(item.at, now)}
            {item.edited !== null && `, edited ${sayAge(item.edited, now)}`}
          </span>
        </p>
        {item.body === '' ? (
          <p className="dateline-fact">What it said is gone, and cannot be restored.</p>
        ) : (
          <p className="dateline-judged__text">{item.body}</p>
        )}
        {item.heldFor !== null && <p className="dateline-fact">It waits: {item.heldFor}</p>}
        <CommentMarks item={{ ...item, status }} onMark={onMark} />
      </div>
      {context && <Others comments={context.thread.filter((other) => !isBefore(other))} now={now} />}
      {context && context.versions.length > 0 && (
        <>
          <h3>Before its reader changed it</h3>
          {context.versions.map((version) => (
            <blockquote className="dateline-thread__other" key={version.until}>
              <span className="dateline-fact">Until {sayInstant(version.until)}</span>
              {version.body}
            </blockquote>
          ))}
        </>
      )}
      {context && context.reports.length > 0 && (
        <>
          <h3>Reported by {context.reports.length}</h3>
          <ul>
            {context.reports.map((reason, at) => (
              <li key={`${at}-${reason}`}>{reason || 'Without a reason'}</li>
            ))}
          </ul>
        </>
      )}
      {context && context.log.length > 0 && (
        <>
          <h3>What was decided</h3>
          <LogLines lines={context.log} />
        </>
      )}
    </article>
  );
}
