import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { entries } from './entries.mjs';

const names = entries.map(({ entry }) => entry);
const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(process.argv[2])));
const { entrypoints, problems } = await checkPackage(tarball, { entrypoints: names });

// This is a package of modules: what Node 10, and CommonJS, make of one is no fault of its types.
const ours = problems.filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind));
assert.deepEqual(ours, []);
for (const name of names) {
  const { resolutions } = entrypoints[name];
  for (const kind of ['node16-esm', 'bundler'])
    assert.ok(resolutions[kind].resolution?.isTypeScript, `${name} has types for ${kind}`);
}
