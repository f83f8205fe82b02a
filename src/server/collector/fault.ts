import type { $ZodError, $ZodIssue } from 'zod/v4/core';
import { issueFaults } from '../../schema/issue-faults.js';
import { showPlace } from '../../schema/place.js';

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');

function rule(issue: $ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${list(issue.values)}`;
  // the kinds that a discriminated union knows are in the issue, though not in its type (zod 4.6)
  if (issue.code === 'invalid_union' && 'options' in issue) return `must be one of ${list(issue.options as string[])}`;
  return issueFaults(issue)[0]!.rule;
}

/**
 * The first thing that is wrong, as a sentence and its place.
 * @param error of a parse with `reportInput`
 */
export function firstFault(error: $ZodError): { error: string; path: string } {
  const issue = error.issues[0]!;
  const path = showPlace(issue.path);
  return { error: `${path || 'It'} ${rule(issue)}.`, path };
}
