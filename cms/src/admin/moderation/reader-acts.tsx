'use client';

import { useState } from 'react';
import type { ReaderRecord } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

const acts = {
  note: { label: 'Note, for the desk', button: 'Keep the note' },
  warn: { label: 'Warning, by mail', button: 'Send the warning' },
  suspend: { label: 'Suspension, told by mail', button: 'Suspend' },
} as const;

type Act = keyof typeof acts;

/** What a moderator does about a reader. */
export function ReaderActs({ record, onDone }: { record: ReaderRecord; onDone: (record: ReaderRecord) => void }) {
  const ask = useDesk();
  const [act, setAct] = useState<Act>('note');
  const [text, setText] = useState('');
  const [days, setDays] = useState('7');
  const [busy, setBusy] = useState(false);

  async function send(body: object) {
    setBusy(true);
    const answer = await ask<ReaderRecord>(`/readers/${record.id}/acts`, body);
    setBusy(false);
    if (!answer) return;
    setText('');
    onDone(answer);
  }

  return (
    <form
      className="dateline-acts"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ act, text, ...(act === 'suspend' && days !== '' && { days: Number(days) }) });
      }}
    >
      <label>
        What to do
        <select onChange={(event) => setAct(event.target.value as Act)} value={act}>
          {Object.entries(acts).map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {act === 'suspend' && (
        <label>
          For how long
          <select onChange={(event) => setDays(event.target.value)} value={days}>
            <option value="1">A day</option>
            <option value="7">A week</option>
            <option value="30">30 days</option>
            <option value="">Until somebody ends it</option>
          </select>
        </label>
      )}
      <label>
        {act === 'note' ? 'Why, or what' : 'What the reader is told'}
        <textarea maxLength={1_000} onChange={(event) => setText(event.target.value)} required rows={3} value={text} />
      </label>
      <button className="dateline-decision__act" disabled={busy} type="submit">
        {acts[act].button}
      </button>
      {record.status === 'suspended' && (
        <button
          className="dateline-decision__act"
          disabled={busy}
          onClick={() => void send({ act: 'lift' })}
          type="button"
        >
          End the suspension
        </button>
      )}
    </form>
  );
}
