/** The sign of the button and of the slash menu's line. */
export function MentionIcon() {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      fill="none"
      height="20"
      stroke="currentColor"
      viewBox="0 0 20 20"
      width="20"
    >
      <circle cx="10" cy="10" r="2.75" strokeWidth="1.25" />
      <path
        d="M12.75 7.5v3.4c0 1 .7 1.6 1.5 1.6 1 0 1.75-.9 1.75-2.5a6 6 0 1 0-2.4 4.8"
        strokeLinecap="round"
        strokeWidth="1.25"
      />
    </svg>
  );
}
