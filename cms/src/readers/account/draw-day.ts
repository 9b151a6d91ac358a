/** The day of an instant, in UTC: it helps to tell one's browsers and passkeys apart, and needs to be no nearer. */
export function drawDay(at: Date): string {
  const text = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `<time datetime="${at.toISOString()}">${text}</time>`;
}

/** An instant as text, to the minute, in UTC. */
export const drawInstant = (at: Date): string =>
  `${at.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })} UTC`;
