'use client';

import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { MentionOption } from './mention-option.ts';
import type { Search } from './use-found.ts';

const said = {
  searching: 'Searching…',
  failed: 'The search failed. Check the connection and type on to try again.',
  done: 'Nobody and nothing of that name. Type on, or press Escape.',
} as const;

function Line({ option }: { option: MentionOption }) {
  const { choice } = option;
  if (choice.act === 'create') {
    return <span className="dateline-menu__name">{`Create ${choice.kind} “${choice.name}”…`}</span>;
  }
  const { name, note, kind, draft } = choice.found;
  return (
    <>
      <span className="dateline-menu__name">{name}</span>
      <span className="dateline-menu__note">{[note || kind, draft && 'draft'].filter(Boolean).join(' · ')}</span>
    </>
  );
}

type Props = {
  anchor: RefObject<HTMLElement | null>;
  highlight: (index: number) => void;
  options: MentionOption[];
  pick: (option: MentionOption) => void;
  selected: number | null;
  state: Search['state'];
};

/** The list below the caret. Keys are handled by Lexical's plugin; here is what is seen and clicked. */
export function MentionMenu({ anchor, highlight, options, pick, selected, state }: Props) {
  if (anchor.current === null) return null;
  const list = (
    <div className="dateline-menu">
      {options.map((option, index) => (
        <div
          aria-selected={index === selected}
          className={`dateline-menu__line dateline-menu__line--${option.choice.act}`}
          id={`typeahead-item-${index}`}
          key={option.key}
          onClick={() => pick(option)}
          // The editor keeps its caret only if the press does not move the focus.
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => highlight(index)}
          ref={(element) => option.setRefElement(element)}
          role="option"
        >
          <Line option={option} />
        </div>
      ))}
      {options.length === 0 && (
        <div className="dateline-menu__said" role="status">
          {said[state]}
        </div>
      )}
    </div>
  );
  return createPortal(list, anchor.current);
}
