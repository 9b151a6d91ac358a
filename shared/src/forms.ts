import { escapeHtml } from './html.ts';
import { limits } from './limits.ts';
import { comingBack, readerRoutes, routes } from './routes.ts';

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

interface Field {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autocomplete: string;
  hint?: string;
  maxlength: number;
  minlength?: number;
}

const emailField: Field = {
  name: 'email',
  label: 'E-mail address',
  type: 'email',
  autocomplete: 'email',
  maxlength: limits.email.max,
};

function drawField(field: Field, state: FormState): string {
  const value = field.type === 'password' ? '' : (state.values?.[field.name] ?? '');
  const problem = state.fields?.[field.name];
  const notes = [field.hint && `${field.name}-hint`, problem && `${field.name}-problem`].filter(Boolean).join(' ');
  const attributes = [
    `id="${field.name}" name="${field.name}" type="${field.type}" autocomplete="${field.autocomplete}" required`,
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

function drawForm(action: string, button: string, inside: string, state: FormState): string {
  const error = state.error ? `<p class="problem" role="alert">${escapeHtml(state.error)}</p>` : '';
  const back = `<input type="hidden" name="returnTo" value="${escapeHtml(state.returnTo)}">`;
  return `<form class="sheet" method="post" action="${action}">${error}${inside}${back}<button type="submit">${button}</button></form>`;
}

/** The form to log in, as the site's page and the reader API's answer both show it. */
export function loginForm(state: FormState): string {
  const password: Field = {
    name: 'password',
    label: 'Password',
    type: 'password',
    autocomplete: 'current-password',
    maxlength: limits.password.max,
  };
  const form = drawForm(readerRoutes.login, 'Log in', drawField(emailField, state) + drawField(password, state), state);
  const other = escapeHtml(comingBack(readerRoutes.register, state.returnTo));
  return `${form}<p class="aside">No account yet? <a href="${other}">Register</a></p>`;
}

/** The form to register. */
export function registerForm(state: FormState): string {
  const name: Field = {
    name: 'name',
    label: 'Name',
    type: 'text',
    autocomplete: 'nickname',
    hint: 'It stands under your comments.',
    minlength: limits.displayName.min,
    maxlength: limits.displayName.max,
  };
  const password: Field = {
    name: 'password',
    label: 'Password',
    type: 'password',
    autocomplete: 'new-password',
    hint: `At least ${limits.password.min} characters. A few words that nobody would put together are best.`,
    minlength: limits.password.min,
    maxlength: limits.password.max,
  };
  const email = { ...emailField, hint: 'We send a link there. It is never shown.' };
  const form = drawForm(
    readerRoutes.register,
    'Register',
    [email, name, password].map((field) => drawField(field, state)).join(''),
    state,
  );
  const other = escapeHtml(comingBack(readerRoutes.login, state.returnTo));
  return `${form}<p class="aside">Registered already? <a href="${other}">Log in</a></p>`;
}

/** The form under a thread. `key` is a fresh UUID. The island and the reader API's own page both draw it with this. */
export function commentForm(state: FormState & { article: string; key: string }): string {
  const problem = state.fields?.body;
  const inside = [
    `<input type="hidden" name="article" value="${escapeHtml(state.article)}">`,
    `<input type="hidden" name="key" value="${escapeHtml(state.key)}">`,
    `<div class="field"><label for="body">Your comment</label>`,
    problem ? `<p class="problem" id="body-problem">${escapeHtml(problem)}</p>` : '',
    `<textarea id="body" name="body" rows="6" required minlength="${limits.comment.min}" maxlength="${limits.comment.max}"`,
    problem ? ' aria-describedby="body-problem" aria-invalid="true"' : '',
    `>${state.values?.body ? `\n${escapeHtml(state.values.body)}` : ''}</textarea></div>`,
  ].join('');
  return drawForm(readerRoutes.comments, 'Post comment', inside, state);
}

/** The one button that confirms an address: a POST, so that a mail scanner's GET changes nothing. */
export function verifyForm(state: FormState & { token: string }): string {
  const token = `<input type="hidden" name="token" value="${escapeHtml(state.token)}">`;
  return drawForm(readerRoutes.verify, 'Confirm and log in', token, state);
}

/** The button to log out. */
export const logoutForm = () => drawForm(readerRoutes.logout, 'Log out', '', { returnTo: routes.home });
