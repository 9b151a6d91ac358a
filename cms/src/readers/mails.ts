import { layMail, type MailLink } from './mail-layout.ts';

/**
 * Nothing of what was typed stands in these, the name least of all, and nothing in their links, such as where to come back to:
 * else anybody could have the newsroom send their words to any address.
 */
const mail = (newsroom: string, subject: string, [first = '', ...rest]: readonly string[], link: MailLink) =>
  layMail(newsroom, subject, [first, link, ...rest]);

/** To an address that was unknown until now. */
export const confirmAddress = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Confirm your address for ${newsroom}`,
    [
      `Somebody, most likely you, registered at ${newsroom} with this address. Open this page and confirm it:`,
      'The link works once, and for a day.',
      'If it was not you, do nothing: without it the account stays closed.',
    ],
    { url, label: 'Confirm this address' },
  );

/** To an address that has an account, so that only its owner learns that it has. */
export const registeredAlready = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `You have an account at ${newsroom}`,
    [
      `Somebody, most likely you, registered at ${newsroom} with this address. It has an account already, so log in instead:`,
      'Your account is as it was. If it was not you, do nothing.',
    ],
    { url, label: 'Log in' },
  );

/** To whoever asked for a new password. */
export const resetPassword = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Choose a new password for ${newsroom}`,
    [
      `Somebody, most likely you, asked for a new password at ${newsroom}. Open this page and choose it:`,
      'The link works once, and for an hour. You are then logged out wherever you were logged in.',
      'If it was not you, do nothing: your password is as it was.',
    ],
    { url, label: 'Choose a new password' },
  );

/** To an address without an account, for which a new password was asked. */
export const noAccount = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `You have no account at ${newsroom}`,
    [
      `Somebody, most likely you, asked for a new password at ${newsroom} with this address. It has no account that was ever confirmed, so register instead:`,
      'If you have an account, it has another address. If it was not you, do nothing.',
    ],
    { url, label: 'Register' },
  );

/** After a change of password, by whichever way. @param noPasskeys Whether passkeys were removed with it. */
export const passwordChanged = (newsroom: string, url: string, noPasskeys: boolean) =>
  mail(
    newsroom,
    `Your password for ${newsroom} was changed`,
    [
      `The password of your account at ${newsroom} was changed, and every other browser was logged out. If it was not you, choose another one here at once:`,
      noPasskeys
        ? 'Passkeys that the account had are removed. If it was you, add yours again on your account page.'
        : 'Its passkeys are as they were. If it was you, there is nothing to do.',
    ],
    { url, label: 'Choose a new password' },
  );

/** To the new address of an account, before it is that. */
export const confirmNewAddress = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Confirm your new address for ${newsroom}`,
    [
      `Somebody, most likely you, gave this address to their account at ${newsroom}. Open this page and confirm it:`,
      'The link works once, and for a day. Until then the account keeps its old address.',
      'If it was not you, do nothing.',
    ],
    { url, label: 'Confirm this address' },
  );

/** To the old address, when another is asked for. */
export const addressWanted = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Your account at ${newsroom} is to have another address`,
    [
      `Somebody who knows your password, most likely you, asked that your account at ${newsroom} have another address. If it was not you, choose a new password here, which undoes it:`,
      'If it was you, open the link in the mail to the new address.',
    ],
    { url, label: 'Choose a new password' },
  );

/** To the old address, when the other has taken its place. */
export const addressChanged = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Your account at ${newsroom} has another address`,
    [
      `Your account at ${newsroom} has another address now, and no more mail comes here. If it was not you, write to the newsroom at once:`,
      'If it was you, there is nothing to do.',
    ],
    { url, label: 'The newsroom' },
  );

/** When an account is to be deleted. @param after In words: `a day`. @param why Where it is not by their own wish. */
export const accountEnds = (newsroom: string, url: string, after: string, why?: { because: string; averts: string }) =>
  mail(
    newsroom,
    `Your account at ${newsroom} will be deleted`,
    [
      `${why?.because ?? 'Somebody who knows your password, most likely you, asked for it.'} In ${after} your account at ${newsroom} is deleted for good. To keep it, ${why?.averts ?? 'log in'} before:`,
      'What you have written stays without your name, unless you chose otherwise. If you want it gone, there is nothing to do.',
    ],
    { url, label: 'Log in and keep it' },
  );

/** When an account that was to be deleted is kept. @param because Where its reader has not logged in: in a sentence or two, why. */
export const accountStays = (newsroom: string, url: string, because?: string) =>
  mail(
    newsroom,
    `Your account at ${newsroom} will not be deleted`,
    [
      `${because ?? `Somebody logged in to your account at ${newsroom}, most likely you, and so it is not deleted.`} To have it deleted, ask for it here:`,
      'If you want to keep it, there is nothing to do.',
    ],
    { url, label: 'Delete your account' },
  );

/** When a passkey was added to an account. */
export const passkeyAdded = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `A passkey was added to your account at ${newsroom}`,
    [
      `Somebody who knows your password, most likely you, added a passkey to your account at ${newsroom}. If it was not you, remove it here at once, and change your password:`,
      'If it was you, there is nothing to do.',
    ],
    { url, label: 'Your passkeys' },
  );

/** When a passkey was removed from an account. */
export const passkeyRemoved = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `A passkey was removed from your account at ${newsroom}`,
    [
      `Somebody who is logged in to your account at ${newsroom}, most likely you, removed a passkey from it. If it was not you, choose a new password here at once:`,
      'If it was you, there is nothing to do.',
    ],
    { url, label: 'Choose a new password' },
  );

/** To a reader whom the desk suspends. @param said Until when, and why. */
export const suspended = (newsroom: string, url: string, said: string) =>
  mail(
    newsroom,
    `Your account at ${newsroom} is suspended`,
    [
      `Your account at ${newsroom} cannot post at the moment. Log in here to download or delete what we keep of you:`,
      said,
      'If you think that is a mistake, write to the newsroom.',
    ],
    { url, label: 'Your account' },
  );

/** When a suspension ends before its time. */
export const suspensionLifted = (newsroom: string, url: string) =>
  mail(
    newsroom,
    `Your account at ${newsroom} is not suspended any more`,
    [`The newsroom has ended the suspension of your account at ${newsroom}. Log in, and you can comment again:`],
    { url, label: 'Your account' },
  );

/**
 * To a reader whom the desk warns, in the desk's own words.
 * @param said What a moderator wrote.
 */
export const warned = (newsroom: string, url: string, said: string) =>
  mail(
    newsroom,
    `A word about your comments at ${newsroom}`,
    [`${newsroom} has read what you wrote, and asks you to mind what stands below. Your comments are here:`, said],
    { url, label: 'Your account' },
  );
