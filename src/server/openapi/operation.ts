/** What descriptions of routes are made of. A route's own stands beside it, in an `openapi.ts` that exports `paths`. */
import { type $ZodType, type JSONSchema, toJSONSchema } from 'zod/v4/core';

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}

/** Operations by path and, in lower case, method. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Whoever reads brings a key of `READ_KEYS`, a shop's server signs; this machine may do without. */
export const READERS: Operation['security'] = [{ readKey: [] }, {}];
export const SERVERS: Operation['security'] = [{ signature: [] }, {}];

/** A zod schema as the JSON Schema of what is sent. OpenAPI has its own word for which draft that is. */
export function schemaOf(schema: $ZodType): JSONSchema.BaseSchema {
  const { $schema: _, ...made } = toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return made;
}

export const json = (schema: object) => ({ 'application/json': { schema } });

/** Answers by status that all have the form of an error. */
export const faults = (texts: Readonly<Record<number, string>>) =>
  Object.fromEntries(
    Object.entries(texts).map(([status, description]) => [
      status,
      { description, content: json({ $ref: '#/components/schemas/Error' }) },
    ]),
  );
