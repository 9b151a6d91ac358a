/** A person as a merge needs to know them. */
export interface Merging {
  id: string;
  name: string;
  isPublished: boolean;
  isTrashed: boolean;
  /** Whom they were merged into already. */
  successor: string | null;
}

/**
 * What is wrong with merging a person into another, as a sentence that says what to do; null where nothing is.
 * @param standIn Who stands for `into` now: itself, or the last of those that it was merged into.
 */
export function mergeProblem(person: Merging | null, into: Merging | null, standIn: string | null): string | null {
  if (!person || person.isTrashed) return 'There is no such person. Reload the page.';
  if (!into || into.isTrashed) return 'Choose a person who is not in the trash.';
  if (into.id === person.id) return `${person.name} cannot be merged with the same page. Choose another person.`;
  if (person.successor !== null) return `${person.name} is merged already. Undo that merge first.`;
  if (standIn === person.id) {
    return `${into.name} is merged into ${person.name}, so this would go in a circle. Undo that merge first.`;
  }
  if (into.successor === null && !into.isPublished)
    return `${into.name} has no page yet. Publish it first, so that there is one to lead to.`;
  return null;
}
