/**
 * Has what many ask at the same time answered once. Whoever asks while an answer is being found waits for the next one, with
 * all who do: it is begun after they asked, so that nobody is told how something was before.
 */
export function sharedAnswers<Answer>(find: (question: string) => Promise<Answer>) {
  const asked = new Map<string, { running: Promise<Answer>; next?: Promise<Answer> }>();

  function begin(question: string): Promise<Answer> {
    const flight: { running: Promise<Answer>; next?: Promise<Answer> } = {
      running: find(question).finally(() => {
        if (!flight.next) asked.delete(question);
      }),
    };
    asked.set(question, flight);
    return flight.running;
  }
  return (question: string): Promise<Answer> => {
    const flight = asked.get(question);
    if (!flight) return begin(question);
    const again = () => begin(question);
    return (flight.next ??= flight.running.then(again, again));
  };
}
