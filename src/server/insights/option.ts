import type { Option } from '../../insights/metrics/metric.js';
import { list, type QuestionFault } from './question-fault.js';

/** What was chosen for an option; its default when nothing was. */
export function readOption(name: string, option: Option, value: string | undefined): string | number | QuestionFault {
  if (!value) return option.default;
  if ('values' in option) {
    if (option.values.includes(value)) return value;
    return { error: `\`${name}\` must be one of ${list(option.values)}.`, path: name };
  }
  const [least, most] = option.days;
  const days = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (days >= least && days <= most) return days;
  return { error: `\`${name}\` must be a whole number of days from ${least} to ${most}.`, path: name };
}
