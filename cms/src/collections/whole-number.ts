import type { NumberField } from 'payload';

interface WholeNumber {
  name: string;
  label: string;
  min?: number;
  max: number;
  required?: boolean;
  defaultValue?: number;
  description?: string;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** A field for a count of something: half a day, or less than none, is refused with a sentence. */
export const wholeNumber = ({ min = 0, max, required = false, description, ...field }: WholeNumber): NumberField => ({
  ...field,
  type: 'number',
  required,
  min,
  max,
  validate: (value: unknown) =>
    (isEmpty(value) && !required) ||
    (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) ||
    `Write a whole number from ${min} to ${max.toLocaleString('en')}.`,
  admin: { step: 1, ...(description && { description }) },
});
