import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { drawForm, type FormState } from './forms.ts';
import { escapeHtml } from './html.ts';
import { documentId } from './id.ts';
import { readerRoutes } from './routes.ts';

/** What may be wrong with a comment, as its reader chooses it and the desk reads it. */
export const reportReasons = {
  attack: 'It attacks somebody',
  private: 'It tells what is private',
  untrue: 'It is not true',
  advertising: 'It is advertising',
  other: 'Something else',
} as const;

type ReportReason = keyof typeof reportReasons;

const longestNote = 400;
const sayNote = `Write at most ${longestNote} characters.`;

/** A reader's report of a comment. */
export const reportInput = z.object({
  comment: documentId,
  reason: z.enum(Object.keys(reportReasons) as [ReportReason, ...ReportReason[]], 'Choose what is wrong with it.'),
  note: z
    .string(sayNote)
    .refine((note) => note.isWellFormed() && !note.includes('\0'), 'The note has characters that are not text.')
    .transform(cleanText)
    .pipe(z.string().max(longestNote, sayNote))
    .default(''),
});

/** The form to report a comment. @param state `values` has `reason` and `note`. */
export function reportForm(state: FormState & { comment: string }): string {
  const { values = {}, fields = {} } = state;
  const choices = Object.entries(reportReasons).map(([value, label]) => {
    const checked = values.reason === value ? ' checked' : '';
    return `<label class="choice"><input type="radio" name="reason" value="${value}" required${checked}> ${label}</label>`;
  });
  const problem = (name: string) => (fields[name] ? `<p class="problem">${escapeHtml(fields[name])}</p>` : '');
  const inside = [
    `<input type="hidden" name="comment" value="${escapeHtml(state.comment)}">`,
    `<fieldset><legend>What is wrong with it?</legend>${problem('reason')}${choices.join('')}</fieldset>`,
    `<div class="field"><label for="note">What should the newsroom know? (You need not say more.)</label>${problem('note')}`,
    `<textarea id="note" name="note" rows="3" maxlength="${longestNote}">${values.note ? `\n${escapeHtml(values.note)}` : ''}</textarea></div>`,
  ].join('');
  return drawForm(readerRoutes.report, 'Report it', inside, state);
}
