/** Somebody who was merged, and who stands for them now; whose name is null where they were deleted. */
export interface Merge {
  person: string;
  name: string;
  standIn: { id: string; name: string | null; isPublished: boolean };
}

/** What is said of somebody who was merged. */
export function mergeSentence({ standIn }: Merge): string {
  if (standIn.name === null) return 'Merged into somebody who was deleted since. Mentions show no link.';
  if (!standIn.isPublished) return `Merged into ${standIn.name}, who has no page at the moment. Mentions show no link.`;
  return `Merged into ${standIn.name}. Mentions and addresses of this person lead there.`;
}
