import type { $ZodIssue } from 'zod/v4/core';
import type { Fault } from './place.js';

const KINDS: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
  null: 'null',
};

const kind = (value: unknown) => KINDS[value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value];

/** A value in few words: numbers and the beginning of texts as they are, the rest by kind. */
export const showValue = (value: unknown) => {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'number' ? value : kind(value);
};

/**
 * One zod issue in words, of which zod's core has none. It must have been made with `reportInput`.
 * @returns a fault for each place: an issue about unknown keys names several
 */
export function issueFaults(issue: $ZodIssue): Fault[] {
  const { path, input } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ place: [...path, key], rule: 'is not a known key', unknown: true }));
  }
  if (input === undefined) return [{ place: path, rule: 'is missing' }];
  const rule =
    issue.code === 'invalid_type'
      ? `must be ${KINDS[issue.expected]}, is ${kind(input)}`
      : `${issue.message}, is ${showValue(input)}`;
  return [{ place: path, rule }];
}
