/** What a reader has typed and not yet posted, with the key under which it is sent, so that a retry makes no twin. */
export interface Draft {
  body: string;
  key: string;
}

/** The drafts of one browser. Where it stores nothing, a draft lives as long as the page. */
export function draftOf(article: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) {
  const name = `dateline-draft-${article}`;
  let draft = read();

  function read(): Draft {
    const fresh = { body: '', key: crypto.randomUUID() };
    const kept = storage?.getItem(name);
    if (!kept) return fresh;
    const { body, key } = JSON.parse(kept) as Partial<Draft>;
    return { body: body ?? fresh.body, key: key ?? fresh.key };
  }

  return {
    get: () => draft,
    write(body: string) {
      draft = { ...draft, body };
      storage?.setItem(name, JSON.stringify(draft));
    },
    /** Forgets what was posted; the next comment has a key of its own. */
    clear() {
      storage?.removeItem(name);
      draft = read();
    },
  };
}

export type DraftStore = ReturnType<typeof draftOf>;
