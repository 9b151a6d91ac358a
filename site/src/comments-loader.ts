/** Fetches the island once the thread comes near the reader's view. */
const thread = document.querySelector('dl-comments');
if (thread) {
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void import('./comments.island.ts');
    },
    { rootMargin: '400px' },
  );
  seen.observe(thread);
}
