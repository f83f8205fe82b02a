/** What stands between a project and its publication. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string[]} sentences that name the cure; none when it can be published */
export function obstacles(root) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const found = [];
  if (git('status', '--porcelain'))
    found.push('There are changes that are not committed: commit them, or put them away.');
  if (!git('tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`))
    found.push(`This commit has no tag v${version}: git tag v${version}, or npm version, and push it.`);
  if (!changes.includes(`\n## ${version}`) && !changes.includes(`\n## [${version}]`))
    found.push(`CHANGELOG.md has no "## ${version}": give what is under "Unreleased" its version.`);
  return found;
}
