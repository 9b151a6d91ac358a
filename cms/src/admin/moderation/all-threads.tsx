'use client';

import { useState } from 'react';
import { useDesk } from './use-desk.ts';

/** Closes every thread in an emergency, once that is confirmed, and says so for as long as they are closed. */
export function AllThreads({ closed, onDone }: { closed: boolean; onDone: () => void }) {
  const ask = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  async function set(wanted: boolean) {
    setBusy(true);
    const answer = await ask('/threads', { closed: wanted });
    setBusy(false);
    if (!answer) return;
    setAsking(false);
    onDone();
  }
  if (closed) {
    return (
      <div className="dateline-notice dateline-all-closed" role="status">
        <p>
          <strong>Every thread is closed.</strong> Nobody can post anywhere until you open them again. What is closed by
          itself then stays closed.
        </p>
        <button className="dateline-decision__act" disabled={busy} onClick={() => void set(false)} type="button">
          Open them again
        </button>
      </div>
    );
  }
  if (!isAsking) {
    return (
      <button className="dateline-decision__act dateline-emergency" onClick={() => setAsking(true)} type="button">
        Close every thread…
      </button>
    );
  }
  return (
    <div aria-label="Close every thread" className="dateline-notice dateline-all-closed" role="group">
      <p>
        Close the thread under every story, now? Readers can read on, and nobody can post anywhere until somebody here
        opens the threads again.
      </p>
      <button
        className="dateline-decision__act dateline-decision__act--refused"
        disabled={busy}
        onClick={() => void set(true)}
        type="button"
      >
        Yes, close every thread
      </button>
      <button className="dateline-decision__act" disabled={busy} onClick={() => setAsking(false)} type="button">
        No, leave them
      </button>
    </div>
  );
}
