'use client';

import { Button, useAuth, useConfig, useDocumentInfo, useDocumentTitle, useRouteCache } from '@payloadcms/ui';
import { useId, useState } from 'react';
import type { Role } from '../access/roles.ts';
import { useFound } from '../mention/use-found.ts';
import type { Found } from '../mention/mention-option.ts';
import { askDesk } from './ask-desk.ts';
import { mergeSentence, type Merge } from './merges.ts';
import { setMerges, useMerges } from './use-merges.ts';

const editors: readonly unknown[] = ['editor', 'admin'] satisfies Role[];

/** Sends a change of a merge to the desk. Whether it was stored. */
function useChange(person: string) {
  const { config } = useConfig();
  const { clearRouteCache } = useRouteCache();
  const [isBusy, setIsBusy] = useState(false);
  async function change(method: 'POST' | 'DELETE', body?: object): Promise<boolean> {
    setIsBusy(true);
    const url = `${config.serverURL}${config.routes.api}/newsroom/people/${person}/merge`;
    const answer = await askDesk<{ merges: Merge[] }>(url, { method, body });
    setIsBusy(false);
    if (!answer) return false;
    setMerges(answer.merges);
    clearRouteCache();
    return true;
  }
  return { change, isBusy };
}

function Merged({ merge, mayUndo }: { merge: Merge; mayUndo: boolean }) {
  const { change, isBusy } = useChange(merge.person);
  return (
    <>
      <p role="status">{mergeSentence(merge)}</p>
      {mayUndo && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void change('DELETE')}
          size="small"
        >
          Undo the merge
        </Button>
      )}
    </>
  );
}

/** The people to choose from, once somebody has begun to type a name. */
function Choices({ person, query, choose }: { person: string; query: string; choose: (found: Found) => void }) {
  const { found, state } = useFound(query.trim() === '' ? null : query);
  const people = found.filter(({ kind, id }) => kind === 'person' && id !== person);
  if (query.trim() === '') return null;
  if (people.length === 0) {
    const said = {
      searching: 'Searching…',
      failed: 'The search failed. Type on to try again.',
      done: 'Nobody of that name.',
    };
    return <p role="status">{said[state]}</p>;
  }
  return (
    <ul className="dateline-merge__choices">
      {people.map((one) => (
        <li key={one.id}>
          <button onClick={() => choose(one)} type="button">
            <span>{one.name}</span>
            <span className="dateline-menu__note">{[one.note, one.draft && 'draft'].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Merging({ person, name }: { person: string; name: string }) {
  const { change, isBusy } = useChange(person);
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [into, setInto] = useState<Found | null>(null);
  const field = useId();
  const close = () => {
    setIsOpen(false);
    setInto(null);
    setQuery('');
  };

  if (!isOpen) {
    return (
      <Button buttonStyle="secondary" margin={false} onClick={() => setIsOpen(true)} size="small">
        Merge into…
      </Button>
    );
  }
  if (into) {
    return (
      <>
        <p>
          Wherever <strong>{name}</strong> is named, readers will see <strong>{into.name}</strong>, and the page of{' '}
          {name} will lead to that of {into.name}. Articles are not changed, and the merge can be undone.
        </p>
        <div className="dateline-merge__acts">
          <Button
            disabled={isBusy}
            margin={false}
            onClick={() => void change('POST', { into: into.id }).then((stored) => stored && close())}
            size="small"
          >
            Merge
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={close} size="small">
            Cancel
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <label htmlFor={field}>Who is the same person?</label>
      <input
        autoComplete="off"
        // The field is what was asked for by opening this.
        autoFocus
        className="dateline-merge__field"
        id={field}
        onChange={(event) => setQuery(event.target.value)}
        // Enter would save the document.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
          if (event.key === 'Escape') close();
        }}
        placeholder="Type a name"
        type="search"
        value={query}
      />
      <Choices choose={setInto} person={person} query={query} />
      <Button buttonStyle="secondary" margin={false} onClick={close} size="small">
        Cancel
      </Button>
    </>
  );
}

/** In a person's sidebar: whether they were merged into somebody, and the means to do so and to undo it. */
export function PersonMerge() {
  const { id } = useDocumentInfo();
  const { title } = useDocumentTitle();
  const { user } = useAuth();
  const { merges, state } = useMerges();
  const mayMerge = editors.includes(user?.role);
  if (typeof id !== 'string') return null;
  const merge = merges.find(({ person }) => person === id);
  if (!merge && (!mayMerge || state === 'asking')) return null;
  return (
    <div className="field-type dateline-merge">
      <span className="field-label">The same person as</span>
      {state === 'failed' && <p>The desk could not ask who was merged. Reload the page.</p>}
      {state === 'known' && merge && <Merged mayUndo={mayMerge} merge={merge} />}
      {state === 'known' && !merge && <Merging name={title} person={id} />}
    </div>
  );
}
