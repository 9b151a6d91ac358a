import { shapes, type Kind } from '@dateline/shared/feed';
import { limits } from '@dateline/shared/limits';

/** What is wrong with one field of a document, for whoever presses Publish. */
export interface FieldProblem {
  path: string;
  label: string;
  message: string;
}

const fieldOf: Record<string, string> = {
  bodyHtml: 'body',
  mentions: 'body',
  sizes: 'file',
  revision: 'file',
  commentsCloseAfterDays: 'commentPolicy.closeAfterDays',
};

const sentences: Record<string, string> = {
  headline: `Write a headline of up to ${limits.headline.max} characters.`,
  standfirst: `Write a standfirst of up to ${limits.standfirst.max} characters.`,
  authors: 'Name at least one author.',
  'dateline.date': 'Give the day of the dateline.',
  body: 'Write the story before you publish it.',
  name: `Enter a name of up to ${limits.name.max} characters.`,
  kind: 'Say what kind of place it is.',
  kindOfWork: 'Say what kind of work it is.',
  language: 'Enter a language tag, such as en, sw or en-KE.',
  slug: 'Enter an address of lower-case letters and digits, joined by hyphens.',
  alt: 'Describe the image for those who do not see it.',
  'commentPolicy.closeAfterDays': 'Close after a whole number of days, or leave it empty.',
  file: 'Upload the image again: no size of it could be made.',
};

const labelOf = (path: string) =>
  path
    .replace(/\.\d+/g, '')
    .replaceAll('.', ' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (first) => first.toUpperCase());

/** What keeps a projected document from being published; nothing where it fits the contract. */
export function publishProblems(kind: Kind, shape: unknown): FieldProblem[] {
  const parsed = shapes[kind].safeParse(shape);
  const issues = parsed.success ? [] : parsed.error.issues;
  const found = new Map<string, string>();
  for (const issue of issues) {
    const [first = '', ...rest] = issue.path.map(String);
    const path = [fieldOf[first] ?? first, ...(fieldOf[first] ? [] : rest)].join('.');
    found.set(path, sentences[path] ?? `This does not fit: ${issue.message}.`);
  }
  if (kind === 'article' && (shape as { standfirst?: unknown }).standfirst === '')
    found.set('standfirst', sentences.standfirst ?? '');
  // The address is made of the title: where that is missing, it alone is what to mend.
  if (found.has('headline') || found.has('name')) found.delete('slug');
  return [...found].map(([path, message]) => ({ path, label: labelOf(path), message }));
}
