'use client';

import { useState } from 'react';
import { queueViews, turnedDown, type QueueItem, type QueueView } from '../../moderation/desk/shapes.ts';
import { canBear, type Mark } from '../../moderation/fitting-marks.ts';
import { Alerts } from './alerts.tsx';
import { AllThreads } from './all-threads.tsx';
import { CommentDetail } from './comment-detail.tsx';
import { CommentNews } from './comment-news.tsx';
import { CountersBar } from './counters-bar.tsx';
import { keys, type KeyAct } from './keys.ts';
import { stepFrom } from './neighbours.ts';
import { FilterBar } from './filter-bar.tsx';
import type { Filters } from './queue-address.ts';
import { QueueList } from './queue-list.tsx';
import {
  amended,
  choosing,
  choosingAll,
  goingOn,
  narrowed,
  newsOf,
  nothingTold,
  opened,
  settled,
  takenUp,
  type QueueState,
} from './queue-state.ts';
import { ReaderRecord } from './reader-record.tsx';
import { RefuseForm } from './refuse-form.tsx';
import { useCommentContext } from './use-comment-context.ts';
import { downOf, useDecisions, type Wanted } from './use-decisions.ts';
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
export function ModerationDesk(asked: { view: QueueView; filters: Filters }) {
  const { state, change, refresh } = useQueue(asked.view, asked.filters);
  const { done, decide, undo, say } = useDecisions();
  const setMark = useMark();
  const [isRefusing, setRefusing] = useState(false);
  const [busy, setBusy] = useState(false);

  const { view, told, now, items, chosen } = state;
  const item = items.find(({ id }) => id === state.open);
  const statusOf = (one: QueueItem) => state.latest.get(one.id)?.status ?? one.status;
  const several = items.filter(({ id }) => chosen.has(id));
  // What is gone for good is decided by nobody.
  const targets = (several.length > 0 ? several : item ? [item] : []).filter(({ body }) => body !== '');
  const isGone = item && state.latest.get(item.id) === null;
  const { known, setReader } = useCommentContext(item && !isGone ? item.id : null, now);

  /** One thing at a time. */
  const once = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await work();
    setBusy(false);
  };

  /** Leaves what is open or chosen, and with it the form that is about it. */
  const leave = (next: (before: QueueState) => QueueState) => {
    change(next);
    setRefusing(false);
  };
  const open = (id: string | null) => leave((before) => opened(before, id));
  const narrow = (filters: Parameters<typeof narrowed>[1], to?: QueueView) =>
    leave((before) => narrowed(before, filters, to));
  const chooseAll = () => leave(choosingAll);
  const choose = (id: string) => leave((before) => choosing(before, id));

  const settle = (to: Wanted, reason = '') =>
    once(async () => {
      const answer = targets.length > 0 && (await decide(targets, to, reason));
      if (!answer) return;
      change((before) => settled(before, answer, ({ status }) => (to === 'refused' ? turnedDown(status) : to)));
      if (answer.decided.length > 0) setRefusing(false);
      refresh();
    });

  const takeBack = () =>
    once(async () => {
      const answer = await undo();
      if (!answer) return;
      const [wanted = null] = answer.decided;
      if (wanted !== null) leave((before) => ({ ...before, wanted, stale: new Set(answer.decided) }));
      refresh();
    });

  const mark = (which: Mark) =>
    once(async () => {
      if (!item || !canBear[which]({ ...item, status: statusOf(item) })) return;
      const marks = await setMark(item, which);
      if (marks) {
        change((before) => amended(before, item.id, marks));
        say(sayMark(item, which, marks));
      }
      refresh();
    });

  const act = (wanted: KeyAct) => {
    if (wanted === 'next') open(stepFrom(items, state.open, 1));
    else if (wanted === 'previous') open(stepFrom(items, state.open, -1));
    else if (wanted === 'approve') void settle('published');
    else if (wanted === 'refuse') setRefusing(targets.length > 0);
    else if (wanted === 'pin') void mark('pinned');
    else if (wanted === 'pick') void mark('pick');
    else if (wanted === 'choose-all') chooseAll();
    else if (wanted === 'undo') void takeBack();
    else if (item) choose(item.id);
  };
  const { isOn, turn } = useShortcuts(act);

  const shown = item && known?.of === item.id ? known.context : null;
  const down = downOf(targets);
  return (
    <div className="dateline-moderation">
      {told && (
        <>
          <AllThreads closed={told.allClosed} onDone={refresh} />
          <CountersBar counters={told.counters} now={now} />
          <Alerts
            alerts={told.alerts}
            onDone={refresh}
            onShow={(filters) => leave(() => nothingTold('recent', filters))}
          />
        </>
      )}
      <div className="dateline-moderation__bar">
        <nav aria-label="Views of the queue" className="dateline-tabs">
          {queueViews.map((name) => (
            <button
              aria-current={name === view ? 'page' : undefined}
              className="dateline-tabs__tab"
              key={name}
              onClick={() => leave((before) => (before.view === name ? before : narrowed(before, {}, name)))}
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
      </div>
      {told && (
        <FilterBar
          onChooseAll={chooseAll}
          onReason={(reason) => narrow({ reason }, 'held')}
          onWiden={(by) => narrow({ [by]: undefined })}
          only={told.only}
          shown={items.length}
        />
      )}
      {told === null && <p className="dateline-panel__quiet">Asking for the queue…</p>}
      {told !== null && items.length === 0 && <p className="dateline-panel__quiet">{empty[view]}</p>}
      {items.length > 0 && (
        <div className="dateline-moderation__columns">
          <QueueList
            chosen={chosen}
            current={state.open}
            items={items}
            now={now}
            newsOf={(one) => newsOf(state, one)}
            onChoose={choose}
            onMore={told?.next ? () => change(goingOn) : null}
            onOpen={open}
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
            {item && (
              <>
                <CommentNews
                  latest={state.latest.get(item.id)}
                  news={newsOf(state, item)}
                  onTakeUp={() => change((before) => takenUp(before, item.id))}
                />
                <CommentDetail
                  context={shown}
                  item={item}
                  now={now}
                  onMark={(which) => void mark(which)}
                  onNarrow={(article) => narrow({ article })}
                  onThread={refresh}
                  status={statusOf(item)}
                />
              </>
            )}
          </section>
          {shown?.reader && (
            <ReaderRecord
              now={now}
              onChange={setReader}
              onNarrow={(reader) => narrow({ reader })}
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
