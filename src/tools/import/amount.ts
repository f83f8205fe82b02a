import { toMinor } from '../money.js';

/** Signs that stand for one currency only. `$`, `kr` and the like stand for many. */
const SIGNS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₪': 'ILS',
  zł: 'PLN',
};

/** Digits with a point or a comma: the last of the two is the decimal one, unless three digits follow a single kind. */
function numberOf(digits: string): number | undefined {
  const marks = [...digits.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  let plain = digits.replace(/[\s'’_]/g, '');
  if (last) {
    const after = digits.length - last.index - 1;
    const kinds = new Set(marks.map(([mark]) => mark)).size;
    // 1,299 and 1.299.000 are whole; 12,50 and 1.299,00 are not.
    const whole = kinds === 1 && (marks.length > 1 || (after === 3 && last[0] === ','));
    plain = digits.slice(0, last.index).replace(/\D/g, '') + (whole ? '' : '.') + digits.slice(last.index + 1);
  }
  return /^\d+(?:\.\d*)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * A price as people and feeds write it: `15.00 USD`, `€ 12,50`, `1,299`.
 * @param currency what it is in when it does not say so itself
 * @returns minor units, or why it is no price, in words
 */
export function readAmount(text: string, currency?: string): { minor: number; currency: string } | string {
  const [, before = '', digits = '', behind = ''] = /^([^\d-]*)([\d.,\s'’]*\d)([^\d]*)$/.exec(text.trim()) ?? [];
  const amount = numberOf(digits);
  if (amount === undefined) return `is no price: ${JSON.stringify(text)}`;
  const sign = (before + behind).trim();
  const named = /^[A-Za-z]{3}$/.test(sign) ? sign.toUpperCase() : SIGNS[sign];
  const known = named ?? currency;
  if (!known) return `names no currency: ${JSON.stringify(text)}; say it with --currency`;
  return { minor: toMinor(amount, known), currency: known };
}
