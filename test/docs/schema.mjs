/** Writes the manifest's JSON Schema beside the build, so that it is published with every release. */
import { writeFileSync } from 'node:fs';
import { manifestJsonSchema } from '../../src/schema/json-schema.ts';

writeFileSync(new URL('../../dist/schema.json', import.meta.url), `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
