import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { transformSync } from 'esbuild';
import { parseAst } from 'rollup/parseAst';

export interface Import {
  /** A path from the project's root, or a package's name as it is written. */
  readonly to: string;
  readonly dynamic: boolean;
}

const tsconfigRaw = readFileSync('tsconfig.json', 'utf8');

/** The string constant of a node of the syntax tree, if it is one. */
const constant = (node: { type: string; value?: unknown } | null) =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

function* nodesOf(node: object): Generator<Record<string, unknown> & { type: string }> {
  if ('type' in node) yield node as never;
  for (const child of Object.values(node)) if (child && typeof child === 'object') yield* nodesOf(child);
}

/** A `.js` that is written in TypeScript, as bundlers find it. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(from), specifier));
  const written = path.replace(/\.js$/, '.ts');
  return existsSync(written) ? written : path;
}

/** What a module imports at run time: what is left when TypeScript has taken the types away. */
function importsOf(file: string): Import[] {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', tsconfigRaw });
  const found: Import[] = [];
  for (const node of nodesOf(parseAst(code))) {
    const specifier = constant(node.source as never);
    if (specifier !== undefined)
      found.push({ to: resolve(file, specifier), dynamic: node.type === 'ImportExpression' });
  }
  return found;
}

/** Every module of `src` with its imports. */
export function readImportGraph(): Map<string, Import[]> {
  const files = (readdirSync('src', { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join('src', name));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/** All that can be reached from some modules, themselves included, by imports that `follow` lets through. */
export function reachable(
  graph: ReadonlyMap<string, Import[]>,
  entries: readonly string[],
  follow: (edge: Import) => boolean = () => true,
): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const edge of graph.get(file) ?? []) if (follow(edge)) visit(edge.to);
  };
  entries.forEach(visit);
  return found;
}
