'use client';

import { useEffect, useState } from 'react';
import { queueViews, type CommentContext, type CommentStatus, type QueueView } from '../../moderation/desk/shapes.ts';
import { canBear, type Mark } from '../../moderation/fitting-marks.ts';
import { CommentDetail } from './comment-detail.tsx';
import { CountersBar } from './counters-bar.tsx';
import { keys, type KeyAct } from './keys.ts';
import { neighbourOf, stepFrom } from './neighbours.ts';
import { QueueList } from './queue-list.tsx';
import { ReaderRecord } from './reader-record.tsx';
import { RefuseForm } from './refuse-form.tsx';
import { turnedDown, useDecisions } from './use-decisions.ts';
import { useDesk } from './use-desk.ts';
import { sayMark, useMark } from './use-mark.ts';
import { useQueue } from './use-queue.ts';
import { useShortcuts } from './use-shortcuts.ts';

const titles: Record<QueueView, string> = { held: 'Waiting', reported: 'Reported', recent: 'Recent' };
const empty: Record<QueueView, string> = {
  held: 'Nothing waits. Readers have their answers.',
  reported: 'Nothing is reported.',
  recent: 'Nobody has written anything yet.',
};

/** The queue of comments: what waits, with its thread, its article and its reader, decided by key or button. */
export function ModerationDesk() {
  const ask = useDesk();
  const [view, setView] = useState<QueueView>('held');
  const { queue, now, refresh, forget, amend } = useQueue(view);
  const { done, decide, undo, say } = useDecisions();
  const setMark = useMark();
  const [current, setCurrent] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [context, setContext] = useState<{ of: string; found: CommentContext } | null>(null);
  const [isRefusing, setRefusing] = useState(false);
  const [busy, setBusy] = useState(false);

  const items = queue?.items ?? [];
  const item = items.find(({ id }) => id === current) ?? items[0];
  const several = items.filter(({ id }) => chosen.has(id));
  // What is gone for good is decided by nobody.
  const targets = (several.length > 0 ? several : item ? [item] : []).filter(({ body }) => body !== '');
  const open = item?.id;

  useEffect(() => {
    if (open === undefined) return;
    const abort = new AbortController();
    void ask<CommentContext>(`/comments/${open}`, undefined, abort.signal).then((found) => {
      if (found && !abort.signal.aborted) setContext({ of: open, found });
    });
    return () => abort.abort();
  }, [ask, open, queue]);

  const choose = (id: string) =>
    setChosen((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const settle = async (to: 'published' | 'refused', reason = '') => {
    if (busy || targets.length === 0) return;
    setBusy(true);
    const next = item && several.length === 0 ? neighbourOf(items, item.id) : null;
    const groups = new Map<CommentStatus, typeof targets>();
    for (const target of targets) {
      const becomes = to === 'refused' ? turnedDown(target) : to;
      groups.set(becomes, [...(groups.get(becomes) ?? []), target]);
    }
    for (const [becomes, group] of groups) {
      const answer = await decide(group, becomes, reason);
      if (answer && view !== 'recent') forget([...answer.decided, ...answer.skipped]);
    }
    setBusy(false);
    setRefusing(false);
    setChosen(new Set());
    if (view !== 'recent' && next !== null) setCurrent(next);
    refresh();
  };

  const takeBack = async () => {
    const answer = await undo();
    refresh();
    if (answer?.decided[0]) setCurrent(answer.decided[0]);
  };

  const mark = async (which: Mark) => {
    if (busy || !item || !canBear[which](item)) return;
    setBusy(true);
    const marks = await setMark(item, which);
    setBusy(false);
    if (marks) {
      amend(item.id, marks);
      say(sayMark(item, which, marks));
    }
    refresh();
  };

  const act = (wanted: KeyAct) => {
    if (wanted === 'next') setCurrent(stepFrom(items, item?.id ?? null, 1));
    else if (wanted === 'previous') setCurrent(stepFrom(items, item?.id ?? null, -1));
    else if (wanted === 'approve') void settle('published');
    else if (wanted === 'refuse') setRefusing(targets.length > 0);
    else if (wanted === 'pin') void mark('pinned');
    else if (wanted === 'pick') void mark('pick');
    else if (wanted === 'undo') void takeBack();
    else if (item) choose(item.id);
  };
  const { isOn, turn } = useShortcuts(act);

  const shown = item && context?.of === item.id ? context.found : null;
  const down = targets.every((target) => turnedDown(target) === 'removed') ? 'Remove' : 'Refuse';
  return (
    <div className="dateline-moderation">
      {queue && <CountersBar alerts={queue.alerts} counters={queue.counters} now={now} />}
      <nav aria-label="Views of the queue" className="dateline-tabs">
        {queueViews.map((name) => (
          <button
            aria-current={name === view ? 'page' : undefined}
            className="dateline-tabs__tab"
            key={name}
            onClick={() => {
              setView(name);
              setChosen(new Set());
              setRefusing(false);
            }}
            type="button"
          >
            {titles[name]}
          </button>
        ))}
      </nav>
      <p aria-live="polite" className="dateline-done" role="status">
        {done?.said}
        {done?.batch && (
          <button className="dateline-decision__act" onClick={() => void takeBack()} type="button">
            Undo
          </button>
        )}
      </p>
      {queue === null && <p className="dateline-panel__quiet">Asking for the queue…</p>}
      {queue !== null && items.length === 0 && <p className="dateline-panel__quiet">{empty[view]}</p>}
      {item && (
        <div className="dateline-moderation__columns">
          <QueueList
            chosen={chosen}
            current={item.id}
            items={items}
            now={now}
            onChoose={choose}
            onOpen={(id) => setCurrent(id)}
          />
          <section aria-label="The comment" className="dateline-moderation__judge">
            <div className="dateline-moderation__acts">
              {several.length > 0 && <span>{several.length} chosen</span>}
              <button
                className="dateline-decision__act dateline-decision__act--published"
                disabled={busy || targets.length === 0}
                onClick={() => void settle('published')}
                type="button"
              >
                Approve{several.length > 0 && ` ${targets.length}`}
              </button>
              <button
                aria-expanded={isRefusing}
                className="dateline-decision__act"
                disabled={busy || targets.length === 0}
                onClick={() => setRefusing(!isRefusing)}
                type="button"
              >
                {down}
                {several.length > 0 && ` ${targets.length}`}…
              </button>
            </div>
            {isRefusing && (
              <RefuseForm
                busy={busy}
                count={targets.length}
                onCancel={() => setRefusing(false)}
                onRefuse={(reason) => void settle('refused', reason)}
                verb={down}
              />
            )}
            <CommentDetail context={shown} item={item} now={now} onMark={(which) => void mark(which)} />
          </section>
          {shown?.reader && (
            <ReaderRecord
              now={now}
              onChange={(reader) => setContext({ of: item.id, found: { ...shown, reader } })}
              record={shown.reader}
            />
          )}
        </div>
      )}
      <footer className="dateline-keys">
        <label>
          <input checked={isOn} onChange={(event) => turn(event.target.checked)} type="checkbox" /> Keys
        </label>
        {isOn &&
          Object.entries(keys).map(([key, { label }]) => (
            <span key={key}>
              <kbd>{key}</kbd> {label}
            </span>
          ))}
      </footer>
    </div>
  );
}
