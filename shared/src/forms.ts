import { escapeHtml } from './html.ts';
import { limits } from './limits.ts';
import type { ChangedTerms } from './problem.ts';
import { comingBack, readerRoutes, routes } from './routes.ts';
import { english, type Words } from './english.ts';

/** What a form is drawn with: what was typed, and what was wrong with it, both by field name. Passwords are never kept. */
export interface FormState {
  values?: Record<string, string>;
  /** What was wrong, by field. */
  fields?: Record<string, string>;
  /** What was wrong with the whole. */
  error?: string;
  /** A path of this site to come back to. */
  returnTo: string;
}

/** A form that comes back to where its endpoint says. */
export type PlainFormState = Omit<FormState, 'returnTo'>;

/** One line to be filled in. */
export interface Field {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autocomplete: string;
  hint?: string;
  maxlength: number;
  minlength?: number;
  optional?: boolean;
}

export const emailField: Field = {
  name: 'email',
  label: 'E-mail address',
  type: 'email',
  autocomplete: 'email',
  maxlength: limits.email.max,
};

/** A field with its label, its hint and what was wrong with it. */
export function drawField(field: Field, state: PlainFormState): string {
  const value = field.type === 'password' ? '' : (state.values?.[field.name] ?? '');
  const problem = state.fields?.[field.name];
  const notes = [field.hint && `${field.name}-hint`, problem && `${field.name}-problem`].filter(Boolean).join(' ');
  const attributes = [
    `id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.autocomplete}"`,
    field.optional ? '' : ' required',
    field.minlength ? ` minlength="${field.minlength}"` : '',
    ` maxlength="${field.maxlength}"`,
    value ? ` value="${escapeHtml(value)}"` : '',
    notes ? ` aria-describedby="${notes}"` : '',
    problem ? ' aria-invalid="true"' : '',
  ].join('');
  return [
    `<div class="field"><label for="${field.name}">${field.label}</label>`,
    field.hint ? `<p class="hint" id="${field.name}-hint">${field.hint}</p>` : '',
    problem ? `<p class="problem" id="${field.name}-problem">${escapeHtml(problem)}</p>` : '',
    `<input ${attributes}></div>`,
  ].join('');
}

/** A form that is posted, by browsers without script too. */
export function drawForm(
  action: string,
  button: string,
  inside: string,
  state: PlainFormState & Partial<Pick<FormState, 'returnTo'>>,
): string {
  const error = state.error ? `<p class="problem" role="alert">${escapeHtml(state.error)}</p>` : '';
  const back =
    state.returnTo === undefined ? '' : `<input type="hidden" name="returnTo" value="${escapeHtml(state.returnTo)}">`;
  return `<form class="sheet" method="post" action="${action}">${error}${inside}${back}<button type="submit">${button}</button></form>`;
}

/** The password that an account has. */
export const passwordField: Field = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
  maxlength: limits.password.max,
};

/** A password that an account is to have. */
export const newPasswordField: Field = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'new-password',
  hint: `At least ${limits.password.min} characters. A few words that nobody would put together are best.`,
  minlength: limits.password.min,
  maxlength: limits.password.max,
};

/** The name under a reader's comments. */
export const nameField: Field = {
  name: 'name',
  label: 'Name',
  type: 'text',
  autocomplete: 'nickname',
  hint: 'It stands under your comments.',
  minlength: limits.displayName.min,
  maxlength: limits.displayName.max,
};

/** Shown by script where the browser knows passkeys. */
const passkeyLogin =
  '<div class="passkey" data-passkey-login hidden><button class="quiet" type="button">Log in with a passkey</button><p class="problem" role="alert" data-passkey-problem></p></div>';

/** What one logs in with. */
export function passwordForm(state: PlainFormState & Partial<Pick<FormState, 'returnTo'>>, words = english): string {
  const fields = [
    { ...emailField, label: words.email },
    { ...passwordField, label: words.password },
  ].map((field) => drawField(field, state));
  return drawForm(readerRoutes.login, words.logIn, fields.join(''), state);
}

/** The form to log in, as the site's page and the reader API's answer both show it. */
export function loginForm(state: FormState): string {
  const form = passwordForm(state);
  const other = escapeHtml(comingBack(readerRoutes.register, state.returnTo));
  return `${form}${passkeyLogin}<p class="aside"><a href="${readerRoutes.forgot}">Forgot your password?</a></p><p class="aside">No account yet? <a href="${other}">Register</a></p>`;
}

/** A field that nobody sees and only programs fill in. */
const bait =
  '<div class="visually-hidden" aria-hidden="true"><label for="website">Leave this empty</label><input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></div>';

/** What script says while it does the work that is asked for in a burst. */
const working = 'Many are registering just now, so your browser is doing some work first. It takes a few seconds.';

/** The form to register. Script fills in `proof` where it is asked for. */
export function registerForm(state: FormState): string {
  const email = { ...emailField, hint: 'We send a link there. It is never shown.' };
  const form = drawForm(
    readerRoutes.register,
    'Register',
    [
      ...[email, nameField, newPasswordField].map((field) => drawField(field, state)),
      bait,
      // There before it says something, or no screen reader would hear it.
      `<input type="hidden" name="proof"><p role="status" data-working="${working}"></p>`,
    ].join(''),
    state,
  );
  const other = escapeHtml(comingBack(readerRoutes.login, state.returnTo));
  return `${form}<p class="aside">Registered already? <a href="${other}">Log in</a></p>`;
}

/** What a reader agrees to before what they wrote is sent again. */
export const agreement = ({ version, html }: ChangedTerms, words = english) =>
  `<section class="terms"><h3>${words.termsChanged}</h3>${html}<p><label><input type="checkbox" name="agree" value="${version}" required> ${words.agree}</label></p></section>`;

/** The field for a comment's text. @param id Of its own where another one stands on the page. */
function bodyField(label: string, state: PlainFormState, words: Words, id = 'body'): string {
  const problem = state.fields?.body;
  return [
    `<div class="field"><label for="${id}">${label}</label>`,
    `<p class="hint" id="${id}-hint">${escapeHtml(words.textHint)}</p>`,
    problem ? `<p class="problem" id="${id}-problem">${escapeHtml(problem)}</p>` : '',
    `<textarea id="${id}" name="body" rows="6" required minlength="${limits.comment.min}" maxlength="${limits.comment.max}"`,
    problem ? ` aria-describedby="${id}-hint ${id}-problem" aria-invalid="true"` : ` aria-describedby="${id}-hint"`,
    `>${state.values?.body ? `\n${escapeHtml(state.values.body)}` : ''}</textarea></div>`,
  ].join('');
}

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

/** The form under a thread. `key` is a fresh UUID. The island and the reader API's own page both draw it with this. */
export function commentForm(
  state: FormState & { article: string; key: string; parent?: string; terms?: ChangedTerms | undefined },
  words = english,
): string {
  const inside = [
    hidden('article', state.article),
    hidden('key', state.key),
    state.parent ? hidden('parent', state.parent) : '',
    bodyField(state.parent ? words.yourReply : words.yourComment, state, words),
    state.terms ? agreement(state.terms, words) : '',
  ].join('');
  return drawForm(readerRoutes.comments, state.parent ? words.postReply : words.postComment, inside, state);
}

/** The form to change one's own comment. */
export const editForm = (state: PlainFormState & { comment: string; id?: string }, words = english): string =>
  drawForm(
    readerRoutes.edit,
    words.save,
    hidden('comment', state.comment) + bodyField(words.whatItSays, state, words, state.id),
    state,
  );

/** The button to delete one's own comment. */
export const withdrawForm = (state: PlainFormState & { comment: string }): string =>
  drawForm(readerRoutes.withdraw, 'Delete it', hidden('comment', state.comment), state);

/** The one button that confirms an address: a POST, so that a mail scanner's GET changes nothing. */
export function verifyForm(state: FormState & { token: string }): string {
  const token = `<input type="hidden" name="token" value="${escapeHtml(state.token)}">`;
  return drawForm(readerRoutes.verify, 'Confirm and log in', token, state);
}

/** The button to log out. @param returnTo Where one is then. */
export const logoutForm = (returnTo: string = routes.home, words = english) =>
  drawForm(readerRoutes.logout, words.logOut, '', { returnTo });
