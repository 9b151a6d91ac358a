import {
  drawField,
  drawForm,
  emailField,
  nameField,
  newPasswordField,
  passwordField,
  type PlainFormState,
} from './forms.ts';
import { escapeHtml } from './html.ts';
import { limits } from './limits.ts';
import { readerRoutes, routes } from './routes.ts';

/** The password is asked for again where a change lets somebody in: a browser left open must not give an account away. */
const proof = { ...passwordField, label: 'Your password now' };

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
const back = `<p class="aside"><a href="${readerRoutes.account}">Back to your account</a></p>`;

/** Asks for a link to choose a new password. */
export function forgotForm(state: PlainFormState): string {
  const email = { ...emailField, hint: 'We send a link there, with which you choose a new password.' };
  const form = drawForm(readerRoutes.forgot, 'Send the link', drawField(email, state), state);
  return `${form}<p class="aside"><a href="${routes.login}">Log in</a></p>`;
}

/** Chooses a new password. @param state With the mailed token. */
export function resetForm(state: PlainFormState & { token: string }): string {
  const field = { ...newPasswordField, label: 'New password' };
  const said =
    '<p>You are logged out everywhere else, and passkeys of the account are removed: somebody else may have added one. Add yours again afterwards.</p>';
  const inside = said + drawField(field, state) + hidden('token', state.token);
  return drawForm(readerRoutes.reset, 'Save and log in', inside, state);
}

export const nameForm = (state: PlainFormState) =>
  drawForm(readerRoutes.accountName, 'Save', drawField(nameField, state), state) + back;

export function emailForm(state: PlainFormState): string {
  const email = {
    ...emailField,
    label: 'New e-mail address',
    hint: 'We send a link there. Until it is opened, the old address stays.',
  };
  const fields = drawField(email, state) + drawField(proof, state);
  return drawForm(readerRoutes.accountEmail, 'Send the link', fields, state) + back;
}

export function passwordForm(state: PlainFormState): string {
  const chosen = { ...newPasswordField, name: 'newPassword', label: 'New password' };
  const checked = state.values?.removePasskeys === 'yes' ? ' checked' : '';
  const passkeys = `<label class="choice"><input type="checkbox" name="removePasskeys" value="yes"${checked}> Remove the account’s passkeys too: somebody else may have added one</label>`;
  const fields = drawField(proof, state) + drawField(chosen, state) + passkeys;
  return drawForm(readerRoutes.accountPassword, 'Save', fields, state) + back;
}

const carried =
  '<p>Your suspension goes on for this address. Of you we then keep its end, for a year where it has none, and a code made of the address, from which nobody can read it. Both go when it is over.</p>';

/** Asks for the account's end. @param state `values.comments` is `keep` or `remove`; `values.standing` says `suspended`, or nothing. */
export function deleteForm(state: PlainFormState): string {
  const choice = (value: string, label: string) => {
    const checked = (state.values?.comments ?? 'keep') === value ? ' checked' : '';
    return `<label class="choice"><input type="radio" name="comments" value="${value}"${checked}> ${label}</label>`;
  };
  const inside = [
    '<p>You are logged out everywhere at once, and in a day the account is gone for good. Until then, logging in keeps it.</p>',
    '<fieldset><legend>Your published comments</legend>',
    choice('keep', 'stay, without your name'),
    choice('remove', 'are emptied'),
    '</fieldset>',
    state.values?.standing === 'suspended' ? carried : '',
    drawField(proof, state),
  ].join('');
  return drawForm(readerRoutes.deleteAccount, 'Delete my account', inside, state) + back;
}

const ways = { immediate: 'by mail, at once', digest: 'by mail, once a day', off: 'only here, on your account page' };

/** How its reader is told of what. @param state `values` has `notifyReplies` and `notifyDecisions`. */
export function notificationsForm(state: PlainFormState): string {
  const choose = (name: string, legend: string) => {
    const problem = state.fields?.[name];
    const choices = Object.entries(ways).map(([value, label]) => {
      const checked = (state.values?.[name] ?? 'immediate') === value ? ' checked' : '';
      return `<label class="choice"><input type="radio" name="${name}" value="${value}"${checked}> ${label}</label>`;
    });
    const said = problem ? `<p class="problem">${escapeHtml(problem)}</p>` : '';
    return `<fieldset><legend>${legend}</legend>${said}${choices.join('')}</fieldset>`;
  };
  const inside = [
    choose('notifyReplies', 'When somebody replies to you'),
    choose('notifyDecisions', 'When the newsroom has decided on a comment of yours'),
  ].join('');
  return drawForm(readerRoutes.accountNotifications, 'Save', inside, state) + back;
}

/**
 * Whether one's comments are shown together. @param state `values` has `shown`, `allowed` (by the newsroom), and the page's
 * `address` where it is there.
 */
export function ownCommentsForm(state: PlainFormState): string {
  const { shown = 'no', allowed = 'yes', address = '' } = state.values ?? {};
  if (allowed !== 'yes' && shown !== 'yes') return `<p>This newsroom has no such pages.</p>${back}`;
  const choice = (value: string, label: string) =>
    `<label class="choice"><input type="radio" name="shown" value="${value}"${shown === value ? ' checked' : ''}> ${label}</label>`;
  const problem = state.fields?.shown;
  const inside = [
    '<p>Search engines are asked to leave the page out. Its address cannot be guessed, and stays the same.</p>',
    address && `<p>It is here: <a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`,
    '<fieldset><legend>Your published comments</legend>',
    problem && `<p class="problem">${escapeHtml(problem)}</p>`,
    choice('no', 'stand under their articles alone'),
    choice('yes', 'can be read together, by everybody who has the address'),
    '</fieldset>',
  ].filter(Boolean);
  return drawForm(readerRoutes.accountComments, 'Save', inside.join(''), state) + back;
}

/** The one button that ends mails of a kind. @param token Of the mail. */
export const unsubscribeForm = (token: string) =>
  drawForm(`${readerRoutes.unsubscribe}?token=${encodeURIComponent(token)}`, 'No more of them', '', {});

const passkeyName = {
  name: 'name',
  label: 'What to call it',
  hint: 'You may leave it empty. It is then called by the browser that it was made with.',
  type: 'text',
  autocomplete: 'off',
  maxlength: limits.passkeyName.max,
  optional: true,
} as const;

/** Adds a passkey, where the browser has script and passkeys; elsewhere it says what is missing. */
export const newPasskeyForm = () =>
  [
    '<p data-passkey-missing>For this your browser needs to know passkeys, and to run script.</p>',
    `<form class="sheet" method="post" action="${readerRoutes.accountPasskeys}" data-passkey-new hidden>`,
    drawField(proof, {}),
    drawField(passkeyName, {}),
    '<button type="submit">Add a passkey</button><p class="problem" role="alert" data-passkey-problem></p></form>',
  ].join('');

/** Removes a passkey. @param name What its reader knows it by. */
export const removePasskeyForm = (id: string, name: string) =>
  `<form method="post" action="${readerRoutes.removePasskey}">${hidden('passkey', id)}<button class="quiet" type="submit">Remove<span class="visually-hidden"> ${escapeHtml(name)}</span></button></form>`;

/** Agrees to the newsroom's terms as they are now. @param version The version that the page shows. */
export const agreeForm = (version: number) =>
  `<form method="post" action="${readerRoutes.agree}">${hidden('version', String(version))}<button type="submit">Agree</button></form>`;

/** The one button that confirms a new address. @param state With the mailed token. */
export const confirmEmailForm = (state: PlainFormState & { token: string }) =>
  drawForm(readerRoutes.confirmEmail, 'Confirm this address', hidden('token', state.token), state);

/** Ends one session. @param device What its reader knows it by. */
export const endSessionForm = (session: string, device: string) =>
  `<form method="post" action="${readerRoutes.endSession}">${hidden('session', session)}<button class="quiet" type="submit">Log out<span class="visually-hidden"> ${escapeHtml(device)}</span></button></form>`;

/** Ends every session. */
export const endSessionsForm = () =>
  `<form method="post" action="${readerRoutes.endSessions}"><button class="quiet" type="submit">Log out everywhere</button></form>`;
