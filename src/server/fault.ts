import type { $ZodError, $ZodIssue } from 'zod/v4/core';
import { issueFaults, showValue } from '../schema/issue-faults.js';
import { showPlace } from '../schema/place.js';

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');

const sizeOf = (value: unknown) =>
  typeof value === 'string' || Array.isArray(value) ? value.length : showValue(value);

/** What a bound is of: characters of a text, entries of a list. */
const UNITS: Record<string, string> = { string: ' characters', array: ' entries' };

function rule(issue: $ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'int')
    return `must be a whole number, is ${showValue(issue.input)}`;
  // zod/mini has no words for them; a rule of its own has
  if (issue.code === 'too_small' && !/^must/.test(issue.message)) {
    const than = issue.inclusive ? 'at least' : 'more than';
    return `must be ${than} ${issue.minimum}${UNITS[issue.origin] ?? ''}, is ${sizeOf(issue.input)}`;
  }
  if (issue.code === 'too_big' && !/^must/.test(issue.message)) {
    const than = issue.inclusive ? 'at most' : 'less than';
    return `must be ${than} ${issue.maximum}${UNITS[issue.origin] ?? ''}, is ${sizeOf(issue.input)}`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${list(issue.values)}`;
  // the kinds that a discriminated union knows are in the issue, though not in its type (zod 4.6)
  if (issue.code === 'invalid_union' && 'options' in issue) return `must be one of ${list(issue.options as string[])}`;
  // a rule between keys: that their object is one says nothing
  if (issue.code === 'custom' && issue.input !== null && typeof issue.input === 'object') return issue.message;
  return issueFaults(issue)[0]!.rule;
}

/**
 * The first thing that is wrong, as a sentence and its place.
 * @param error of a parse with `reportInput`
 */
export function firstFault(error: Pick<$ZodError, 'issues'>): { error: string; path: string } {
  const issue = error.issues[0]!;
  // of keys that nobody knows, the first
  const place = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
  const path = showPlace(place);
  return { error: `${path || 'It'} ${rule(issue)}.`, path };
}
