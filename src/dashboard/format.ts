import { formatPrice } from '../i18n/price.js';
import { formatTime } from '../i18n/time.js';

const DASH = '–';

/** Figures as people read them, in the notation of a locale. What is not known is a dash. */
export function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = (digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [whole, tenths, hundredths] = [share(0), share(1), share(2)];
  const ratio = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const known = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
  const or = (write: (value: number) => string) => (value: unknown) => (known(value) ? write(value) : DASH);

  const money = (minor: unknown, currency: unknown, rounded = false) => {
    if (!known(minor)) return DASH;
    if (typeof currency !== 'string') return number.format(minor);
    if (!rounded) return formatPrice(Math.round(minor), currency, locale);
    const scale =
      10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);
    return new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency, maximumFractionDigits: 0, minimumFractionDigits: 0 },
      ...(Math.abs(minor / scale) >= 100_000 && { notation: 'compact', maximumFractionDigits: 1 }),
    }).format(minor / scale);
  };

  return {
    locale,
    number: or((value) => number.format(value)),
    /** As many digits as tell small shares apart. */
    share: or((value) =>
      (value && Math.abs(value) < 0.001 ? hundredths : value && Math.abs(value) < 0.1 ? tenths : whole).format(value),
    ),
    ratio: or((value) => ratio.format(value)),
    money,
    seconds: or((value) => formatTime(value)),
    /** How long ago, in the unit that fits. */
    age: or((ms) => {
      const [count, unit] =
        ms < 3_600_000
          ? [ms / 60_000, 'minute']
          : ms < 86_400_000
            ? [ms / 3_600_000, 'hour']
            : [ms / 86_400_000, 'day'];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: String(unit),
        unitDisplay: 'long',
        maximumFractionDigits: 0,
      }).format(Number(count));
    }),
    /** Of a change against before: with its sign. */
    change: or((value) => ratio.format(value)),
    day: (name: string) => day.format(Date.parse(name)),
    longDay: (name: string) => long.format(Date.parse(name)),
    moment: or((ms) => moment.format(ms)),
    /** Nothing where there is none, or where all that was observed is alike and it has no width. */
    interval: (low: unknown, high: unknown, write: (value: unknown) => string) =>
      known(low) && known(high) && low < high ? `${write(low)} – ${write(high)}` : '',
  };
}

export type Formats = ReturnType<typeof formatsOf>;
