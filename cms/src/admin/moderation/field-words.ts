import type { FlattenedField, SanitizedConfig } from 'payload';
import { settingsGlobal } from '../../collections/slugs.ts';

interface Words {
  /** As the desk's forms call the field. */
  label: string;
  /** What its values are called, where they are not said as they are. */
  values: Readonly<Record<string, string>>;
}

/** What the fields of rules are called, by their names. */
export type FieldWords = Readonly<Record<string, Words>>;

/** `closeAll` as `Close all`: for a field that there is no more. */
export const wordsOfName = (name: string) =>
  name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A label that a host gave in several languages is said in English, as all of the newsroom's is. */
const textOf = (label: unknown): string | undefined => {
  if (typeof label === 'string') return label;
  return typeof label === 'object' && label !== null && 'en' in label ? textOf(label.en) : undefined;
};

function valuesOf(field: FlattenedField): Record<string, string> {
  if (field.type === 'checkbox') return { true: 'on', false: 'off' };
  if (field.type !== 'select') return {};
  return Object.fromEntries(
    field.options.map((option) => {
      const { value, label } = typeof option === 'string' ? { value: option, label: option } : option;
      return [value, (textOf(label) ?? value).toLowerCase()];
    }),
  );
}

const fieldWords = (fields: readonly FlattenedField[]): FieldWords =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      { label: ('label' in field && textOf(field.label)) || wordsOfName(field.name), values: valuesOf(field) },
    ]),
  );

const within = (fields: readonly FlattenedField[] = [], group: string): readonly FlattenedField[] => {
  const found = fields.find(({ name }) => name === group);
  return found?.type === 'group' ? found.flattenedFields : [];
};

/** What the rules of the settings, and those of an article, are called in the desk's own forms. */
export function ruleWords({ globals, collections }: Pick<SanitizedConfig, 'globals' | 'collections'>) {
  const settings = globals.find(({ slug }) => slug === settingsGlobal)?.flattenedFields;
  const article = collections.find(({ slug }) => slug === 'articles')?.flattenedFields ?? [];
  const thread = article.filter(({ name }) => name === 'comments');
  return {
    settings: fieldWords(within(settings, 'moderation')),
    policy: fieldWords([...thread, ...within(article, 'commentPolicy')]),
  };
}
