import type { Field, GlobalBeforeChangeHook } from 'payload';
import { wholeNumber } from '../collections/whole-number.ts';

/** Empty or 0 keeps for ever. */
const span = (name: string, label: string, description: string, defaultValue: number) =>
  wholeNumber({ name, label, max: 3_650, defaultValue, description });

/** What readers agree to, and how long what is known of them is kept. */
export const accountSettings: Field = {
  name: 'accounts',
  type: 'group',
  label: 'Reader accounts',
  fields: [
    {
      name: 'terms',
      type: 'textarea',
      maxLength: 20_000,
      admin: {
        description:
          'What a reader agrees to when they confirm their address: what you keep of them, why, and for how long. When it changes, every reader is asked anew on their account page.',
      },
    },
    {
      name: 'termsVersion',
      type: 'number',
      defaultValue: 0,
      label: 'Version of the terms',
      admin: { readOnly: true, description: 'Counts the changes of the text above.' },
    },
    { name: 'termsChangedAt', type: 'date', admin: { hidden: true } },
    span(
      'agreeDays',
      'Days to agree to new terms',
      'Who has not agreed by then is told that their account ends in 30 days unless they do. 0 for no end. More days, 0 or other terms take back within an hour, by mail, what was announced.',
      0,
    ),
    span(
      'idleDays',
      'Days without a log-in',
      'Whose account has not been used for so long is told that it ends in 30 days unless they log in. Whoever came with an import and has not claimed their comments in that time is forgotten. 0 for no end. More days or 0 take back within an hour, by mail, what was announced.',
      0,
    ),
    span(
      'unconfirmedDays',
      'Days to confirm an address',
      'An account that never was confirmed is deleted then, and not while a link that was mailed for it is good.',
      7,
    ),
    {
      name: 'ownComments',
      type: 'checkbox',
      label: 'Readers may have a page of their comments',
      defaultValue: false,
      admin: { description: 'With what of theirs is published. Each reader decides, and none has one at first.' },
    },
    span(
      'refusedDays',
      'Days that refused and removed comments are kept',
      'The text is deleted then. 0 keeps it.',
      365,
    ),
    span(
      'mailDays',
      'Days that the log of mails is kept',
      'It has addresses and subjects, never a text that was sent.',
      30,
    ),
  ],
};

interface Terms {
  terms?: string | null;
  termsVersion?: number | null;
  termsChangedAt?: string | null;
}

/** Counts the terms' versions, so that it is known which one a reader agreed to. Nobody else writes them. */
export const countTerms: GlobalBeforeChangeHook = ({ data, originalDoc }) => {
  const before = (originalDoc?.accounts ?? {}) as Terms;
  const terms = ((data.accounts ?? before) as Terms).terms ?? '';
  const isSame = terms === (before.terms ?? '');
  const counted = isSame
    ? { termsVersion: before.termsVersion ?? 0, termsChangedAt: before.termsChangedAt ?? null }
    : { termsVersion: (before.termsVersion ?? 0) + 1, termsChangedAt: new Date().toISOString() };
  return { ...data, accounts: { ...(data.accounts ?? before), ...counted } };
};
