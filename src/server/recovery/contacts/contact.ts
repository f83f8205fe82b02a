import * as z from 'zod/mini';
import { time } from '../../../schema/order.js';

const id = z.string().check(z.minLength(1), z.maxLength(200));
/** No line break, so that nobody can write a header of a mail. */
const oneLine = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}]*$/u, 'must be one line'));

/** How a viewer who agreed to be reminded can be written to. */
export const Contact = z
  .strictObject({
    /** The pseudonym of the player. */
    viewerId: id,
    /** When they agreed to be written to about what they left. */
    consentedAt: time,
    email: z.optional(
      z.string().check(
        z.maxLength(254),
        // one mailbox and nothing else: a comma or a line break would be more of them
        z.regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, 'must be an address such as ann@shop.example'),
      ),
    ),
    phone: z.optional(z.string().check(z.regex(/^\+[1-9]\d{5,14}$/, 'must be a number such as +4915112345678'))),
    /** The shop's own name for them, for a receiver that knows the rest. */
    customerId: z.optional(id),
    name: z.optional(oneLine),
    /** BCP 47, in which they are written to. */
    locale: z.optional(
      z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language such as de or pt-BR')),
    ),
  })
  .check(
    z.refine(({ email, phone, customerId }) => Boolean(email ?? phone ?? customerId), {
      error: 'must have an `email`, a `phone` or a `customerId`',
    }),
  );

export type Contact = z.output<typeof Contact>;
