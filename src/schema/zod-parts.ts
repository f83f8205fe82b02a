/**
 * The few parts of zod that the manifest is made of, on zod's core. What zod/mini puts on top is left out because it
 * would cost the parser's chunk 2.5 KiB: methods on every schema, checks for dates and big integers, unions that try
 * every branch. Nothing here compiles code, so that a strict Content-Security-Policy has nothing to report.
 */
import {
  $constructor,
  type $strict,
  $ZodArray,
  type $ZodCheck,
  $ZodDefault,
  $ZodNever,
  $ZodNumber,
  $ZodObject,
  $ZodOptional,
  type $ZodShape,
  $ZodString,
  $ZodType,
  type $ZodUnion,
  $ZodUnknown,
  type input,
  type output,
} from 'zod/v4/core';

/**
 * @param rule what is wanted, as the end of a sentence: "must be at most 1"
 * @param bag the same for the JSON Schema, in zod's words
 */
const must = <T>(test: (value: T) => boolean, rule: string, bag: object) =>
  ({
    _zod: {
      def: { check: 'custom' },
      onattach: [(schema) => Object.assign(schema._zod.bag, bag)],
      check: ({ value, issues }) => {
        if (!test(value)) issues.push({ code: 'custom', message: rule, input: value, continue: true });
      },
    },
  }) as $ZodCheck<T>;

export const minLength = (minimum: number) =>
  must<string | unknown[]>(({ length }) => length >= minimum, 'must not be empty', { minimum });
export const maxLength = (maximum: number) =>
  must<string>(({ length }) => length <= maximum, `must have at most ${maximum} characters`, { maximum });
export const gte = (minimum: number) =>
  must<number>((value) => value >= minimum, `must be at least ${minimum}`, { minimum });
export const lte = (maximum: number) =>
  must<number>((value) => value <= maximum, `must be at most ${maximum}`, { maximum });
export const integer = () => must(Number.isSafeInteger, 'must be a whole number', { format: 'safeint' });
export const regex = (pattern: RegExp, rule: string) =>
  must<string>((value) => pattern.test(value), rule, { patterns: new Set([pattern]) });

export const string = (...checks: $ZodCheck<string>[]) => new $ZodString({ type: 'string', checks });
export const number = (...checks: $ZodCheck<number>[]) => new $ZodNumber({ type: 'number', checks });
export const unknown = () => new $ZodUnknown({ type: 'unknown' });

// zod's own kinds for these cost the parser's chunk a quarter of a KiB; `json-schema.ts` makes them of the bag again.
export const literal = <T extends number>(value: T, rule: string) =>
  number(must<number>((given) => given === value, rule, { minimum: value, maximum: value })) as unknown as $ZodType<
    T,
    T
  >;
export const oneOf = <T extends string>(...values: T[]) =>
  string(regex(new RegExp(`^(?:${values.join('|')})$`), `must be one of ${values.join(', ')}`)) as unknown as $ZodType<
    T,
    T
  >;

// zod's constructors are typed without their type arguments; its own builders cast as well.
export const optional = <T extends $ZodType>(innerType: T) =>
  new $ZodOptional({ type: 'optional', innerType }) as $ZodOptional<T>;
export const array = <T extends $ZodType>(element: T, ...checks: $ZodCheck<unknown[]>[]) =>
  new $ZodArray({ type: 'array', element, checks: checks as $ZodCheck<never>[] }) as unknown as $ZodArray<T>;
/**
 * An object that knows its keys: any other is an issue of the code `unrecognized_keys`.
 * @param make its keys, made when the first such object is read: all of them at once take a slow phone 40 ms
 */
export const strictObject = <T extends $ZodShape>(make: () => T) => {
  let made: T | undefined;
  return new $ZodObject({
    type: 'object',
    get shape() {
      made ??= make();
      return made;
    },
    catchall: new $ZodNever({ type: 'never' }),
  }) as $ZodObject<T, $strict>;
};
/** An object of any keys and one kind of value. */
export const record = <T extends $ZodType>(catchall: T) =>
  new $ZodObject({ type: 'object', shape: {}, catchall }) as unknown as $ZodType<
    Record<string, output<T>>,
    Record<string, input<T>>
  >;
/** @param make gives each parse a default of its own, so that two manifests never share a list */
export const defaultTo = <T extends $ZodType, const D extends output<T>>(innerType: T, make: () => D) =>
  new $ZodDefault({
    type: 'default',
    innerType,
    get defaultValue() {
      return make() as NonNullable<D>;
    },
  }) as unknown as $ZodDefault<T>;

const Either = $constructor<$ZodUnion<readonly $ZodType[]>>('ShoppableEither', (schema, def) => {
  $ZodType.init(schema, def);
  schema._zod.parse = (payload, context) =>
    def.options[typeof payload.value === 'string' ? 0 : 1]!._zod.run(payload, context);
});
/** A union whose first branch takes strings and whose second takes the rest, so that issues are those of the branch meant. */
export const either = <A extends $ZodType, B extends $ZodType>(text: A, other: B) =>
  new Either({ type: 'union', options: [text, other] }) as unknown as $ZodUnion<readonly [A, B]>;
