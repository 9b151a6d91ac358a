/** The name of the desk, as the login shows it. */
export function Wordmark() {
  return (
    <span className="dateline-wordmark">
      <DeskIcon />
      Dateline
    </span>
  );
}

/** The desk's sign: a story's first line, and its place marked. */
export function DeskIcon() {
  return (
    <svg aria-hidden="true" className="dateline-icon" fill="none" height="24" viewBox="0 0 24 24" width="24">
      <circle cx="5" cy="6" fill="var(--dateline-accent)" r="2.5" />
      <path d="M10 6h11M3 12h18M3 18h12" stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
    </svg>
  );
}
