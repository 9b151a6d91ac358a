import { kept } from './kept.ts';

/** What a reader has typed and not yet posted, with the key under which it is sent, so that a retry makes no twin. */
export interface Draft {
  body: string;
  key: string;
}

function read(name: string): Partial<Draft> {
  try {
    return (JSON.parse(kept.get(name) ?? '{}') ?? {}) as Partial<Draft>;
  } catch {
    // Something else has written there.
    return {};
  }
}

/** The draft that this browser keeps of what is named: of whose text, and where it is to stand. */
export function draftOf(what: string) {
  const name = `dateline-draft-${what}`;
  const { body = '', key = crypto.randomUUID() } = read(name);
  let draft: Draft = { body, key };
  const write = (changed: Partial<Draft>) => {
    draft = { ...draft, ...changed };
    kept.set(name, JSON.stringify(draft));
  };
  return {
    get: () => draft,
    write: (body: string) => write({ body }),
    /** Gives the text a key of its own, where another text was posted with the one that it had. */
    renewKey: () => write({ key: crypto.randomUUID() }),
    /** Forgets what was posted; the next comment has a key of its own. */
    clear() {
      kept.remove(name);
      draft = { body: '', key: crypto.randomUUID() };
    },
  };
}

export type DraftStore = ReturnType<typeof draftOf>;
