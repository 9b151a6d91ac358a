/** The day of an instant, in UTC: it helps to tell one's browsers and passkeys apart, and needs to be no nearer. */
export function drawDay(at: Date): string {
  const text = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `<time datetime="${at.toISOString()}">${text}</time>`;
}
