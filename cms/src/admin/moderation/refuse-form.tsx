'use client';

import { useEffect, useId, useRef, useState } from 'react';

interface Props {
  /** What happens: refused, or removed where readers have seen it. */
  verb: 'Refuse' | 'Remove';
  count: number;
  busy: boolean;
  onRefuse: (reason: string) => void;
  onCancel: () => void;
}

const reasons = [
  'It attacks a person.',
  'It is not about this story.',
  'It names somebody who must not be named.',
  'It is advertising.',
];

/** Asks why, with the common reasons at hand. Enter sends it, Escape leaves it. */
export function RefuseForm({ verb, count, busy, onRefuse, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="dateline-refuse"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onRefuse(reason);
      }}
    >
      <label htmlFor={id}>Why? {count === 1 ? 'Its reader is told.' : 'Their readers are told.'}</label>
      <input
        autoComplete="off"
        className="dateline-merge__field"
        id={id}
        list={`${id}-reasons`}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        ref={field}
        value={reason}
      />
      <datalist id={`${id}-reasons`}>
        {reasons.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <div className="dateline-merge__acts">
        <button
          className="dateline-decision__act dateline-decision__act--refused"
          disabled={busy || count === 0}
          type="submit"
        >
          {verb} {count > 1 && count}
        </button>
        <button className="dateline-decision__act" onClick={onCancel} type="button">
          Cancel
        </button>
      </div>
    </form>
  );
}
