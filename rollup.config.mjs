import { readdirSync, readFileSync, rmSync } from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = ({ isEntry }) => (isEntry ? `/*! shoppable-video ${version}, MIT */` : '');

/** Style sheets in templates: white space means nothing there, and a minifier of scripts leaves it alone. */
const compactCss = {
  name: 'compact-css',
  transform(code, id) {
    if (!id.endsWith('styles.ts')) return null;
    const compact = (_, css) =>
      `css\`${css
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/([ ,(:])0\./g, '$1.')
        .replace(/ ?([{};,>]) ?/g, '$1')
        // not before it: `.a :is(b)` and `.a:is(b)` are two things
        .replace(/: /g, ':')
        .replace(/;}/g, '}')
        .trim()}\``;
    return { code: code.replace(/css`([^`]*)`/g, compact), map: null };
  },
};

/** White space between tags of a template is never shown; between words it is. */
const compactHtml = {
  name: 'compact-html',
  transform(code, id) {
    if (!/\/src\/(element|product|overlay|shelf|cart-view|dashboard)\//.test(id)) return null;
    return { code: code.replace(/>\s*\n\s*</g, '><').replace(/\n\s+(?=[@.?\w-]+=)/g, ' '), map: null };
  },
};

const LATER = Object.fromEntries(
  [
    ...['lint', 'import', 'fallback', 'sign', 'serve', 'migrate', 'simulate', 'replay-rejected'].map(
      (name) => `cli/commands/${name}`,
    ),
    ...[
      'app',
      'access/signed',
      'open-collector',
      'settings/settings',
      'settings/read-settings',
      'rejected/replay-offline',
      'store/store-thread',
      'store/duckdb',
      'store/clickhouse/clickhouse',
      'store/clickhouse/make-tables',
    ].map((name) => `server/${name}`),
    'simulate/load-season',
  ].map((path) => [path.split('/').at(-1), `src/${path}.ts`]),
);

/** Each a file of its own beside the player, for pages that configure one. */
const ADAPTERS = ['shopify-ajax', 'shopify-storefront', 'woocommerce', 'bigcommerce', 'http', 'own'];

/**
 * Lit writes its versions and its decorators' notes on the global object and looks there for its polyfills, none of which
 * a browser that has custom elements needs. The page is somebody else's and every byte is waited for, so all of it is
 * left out; the build fails when Lit is no longer written as this expects.
 */
const leaveNoGlobals = {
  name: 'leave-no-globals',
  transform(code, id) {
    if (!/\/(reactive-element|lit-html|lit-element)\.js$/.test(id)) return null;
    const kept = code
      .replace(/\((\w)\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0')
      .replace(/,\w\.litPropertyMetadata\?\?=new WeakMap/, '')
      .replace(/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this)/, '')
      .replace(/Symbol\.metadata\?\?=Symbol\("metadata"\)[,;]/, '')
      .replace(/,\w\.litElementHydrateSupport\?\.\(\{.*?\}\);/, ';')
      .replace(/(\w)=\w\.\w+PolyfillSupport/, '$1=void 0');
    if (/litPropertyMetadata|metadata|Versions|Support/.test(kept)) this.error(`${id} still looks for globals.`);
    return { code: kept, map: null };
  },
};

/** zod keeps its settings on the global object, for several copies to share; ours has none. */
const leaveNoSettings = {
  name: 'leave-no-settings',
  transform(code, id) {
    if (!id.endsWith('/zod/v4/core/core.js')) return null;
    const kept = code
      .replace('globalThis.__zod_globalConfig?.postProcessor', 'undefined')
      .replace('(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});', '')
      .replace('globalThis.__zod_globalConfig', '{}');
    if (/globalThis/.test(kept)) this.error(`${id} still looks for globals.`);
    return { code: kept, map: null };
  },
};

/**
 * Lit reads `HTMLElement` and `document` as it is evaluated, and a page rendered on a server imports this too:
 * there, stand-ins keep the import from throwing, without touching any global.
 */
const intro = (chunk) =>
  Object.keys(chunk.modules).some((id) => id.includes('@lit/reactive-element'))
    ? 'const HTMLElement = globalThis.HTMLElement ?? class {}, document = globalThis.document ?? { createTreeWalker() {} };'
    : '';

/**
 * esbuild's output once more, for the 3 % that its one pass leaves: every byte here is one that a shopper waits for.
 * hls.js comes minified by its makers, and half a minute for it would buy nothing.
 */
const squeeze = {
  name: 'squeeze',
  async renderChunk(code, { name }, { format }) {
    if (name.startsWith('hls')) return null;
    const { code: small, map } = await minify(code, {
      module: format === 'es',
      ecma: 2020,
      compress: { passes: 4, ecma: 2020, keep_fargs: false },
      format: { ecma: 2020, comments: /^!/ },
      sourceMap: true,
    });
    return { code: small, map };
  },
};

/** Themes are style sheets that a page links: they are published as they are written. */
const themes = {
  name: 'themes',
  generateBundle() {
    for (const name of readdirSync('src/themes').filter((file) => file.endsWith('.css')))
      this.emitFile({ type: 'asset', fileName: `themes/${name}`, source: readFileSync(`src/themes/${name}`) });
  },
};

/**
 * An experiment asks who watches before the beacons are there, and loads its own copy of the few lines that know it: shared,
 * they would be a request more for every page with beacons.
 */
const identityOnceMore = {
  name: 'identity-once-more',
  async resolveId(source, importer) {
    if (!/\/experiment\/viewer\.ts$/.test(importer) || !source.includes('/beacon/')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found.id.replace('/beacon/', '/beacon/./');
  },
};

/**
 * A part brings its own English, and a page with texts of its own needs all of it, in a file beside those of the other
 * languages: a second copy, as every piece that is shared would be a chunk, and a request, of its own.
 */
const englishOnceMore = {
  name: 'english-once-more',
  async resolveId(source, importer) {
    if (!/\/i18n\/(locales\/en|\.\/.*)\.ts$/.test(importer)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    // Another name of the same file is another module.
    return found.id.replace('/i18n/en-', '/i18n/./en-');
  },
};

/**
 * uPlot writes numbers in the browser's language, which is no language at all in WebKitGTK where none is set ("C"), and fails
 * as it is loaded. The page writes its own numbers.
 */
const anyLanguage = {
  name: 'any-language',
  transform(code, id) {
    if (!id.endsWith('/uPlot.esm.js')) return null;
    const kept = code.replace("Intl.NumberFormat(domEnv ? nav.language : 'en-US')", "Intl.NumberFormat('en-US')");
    if (kept === code) this.error(`${id} no longer asks for the language as this expects.`);
    return { code: kept, map: null };
  },
};

/** The insights page is built by itself, shows films with the player as it was built, and is loaded so by the components. */
const builtApart = {
  name: 'built-apart',
  resolveId(source, importer) {
    if (/\/src\/insights\.ts$/.test(importer) && source === './index.js')
      return { id: './shoppable-video.js', external: 'relative' };
    if (/\/src\/react\.ts$/.test(importer) && source === './insights.js')
      return { id: './insights.js', external: 'relative' };
    return null;
  },
};

// Chunks of an earlier build that this one no longer makes must not be published.
rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });

const plugins = [
  englishOnceMore,
  identityOnceMore,
  leaveNoGlobals,
  leaveNoSettings,
  compactHtml,
  compactCss,
  // What the package says of side effects is said of its built files; the entries in `src` are imported for theirs.
  nodeResolve({ browser: true, ignoreSideEffectsForRoot: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', minify: true, legalComments: 'none' }),
  squeeze,
];

export default [
  {
    input: {
      'shoppable-video': 'src/index.ts',
      loader: 'src/loader.ts',
      shelf: 'src/shelf.ts',
      cart: 'src/cart.ts',
      react: 'src/react.ts',
    },
    external: ['react'],
    // One file less before anything is shown: the entry is the chunk that the others share.
    preserveEntrySignatures: 'allow-extension',
    plugins: [builtApart, ...plugins, themes],
    output: {
      dir: 'dist',
      format: 'es',
      banner,
      intro,
      // Beside the files, not named in them: a line in each chunk is more than some of them can spare.
      sourcemap: 'hidden',
      entryFileNames: '[name].js',
      // Two files of one name would be numbered.
      chunkFileNames: ({ facadeModuleId }) =>
        /\/locales\/menu\//.test(facadeModuleId) ? 'chunks/menu-[name].js' : 'chunks/[name].js',
      hoistTransitiveImports: false,
    },
  },
  {
    // A page of those who sell, by itself: what it shares with the player, were it built with it, would be chunks of the shopper's.
    input: { insights: 'src/insights.ts' },
    plugins: [builtApart, anyLanguage, ...plugins],
    output: {
      dir: 'dist',
      format: 'es',
      banner,
      intro,
      sourcemap: 'hidden',
      chunkFileNames: 'chunks/insights-[name].js',
      hoistTransitiveImports: false,
    },
  },
  {
    input: 'src/classic.ts',
    plugins,
    output: { file: 'dist/shoppable-video.classic.js', format: 'iife', banner },
  },
  {
    // By itself: a page without a player has no use for the chunks of one.
    input: 'src/purchase.ts',
    plugins,
    output: { file: 'dist/purchase.js', format: 'es', banner, sourcemap: 'hidden' },
  },
  {
    input: Object.fromEntries(ADAPTERS.map((name) => [name, `src/adapters/${name}.ts`])),
    plugins,
    output: {
      dir: 'dist/adapters',
      format: 'es',
      banner,
      sourcemap: 'hidden',
      chunkFileNames: '[name].js',
      // One request more than the adapter, not three; together they are also packed better.
      manualChunks: (id) => (ADAPTERS.some((name) => id.endsWith(`/${name}.ts`)) ? undefined : 'shared'),
    },
  },
  {
    input: { 'adapter-kit': 'src/adapters/kit/index.ts' },
    external: (id) => id.startsWith('node:'),
    plugins: [nodeResolve(), esbuild({ target: 'node20', tsconfig: 'tsconfig.json' })],
    output: { dir: 'dist/server', format: 'es', sourcemap: true, chunkFileNames: '[name].js' },
  },
  {
    // One file for any runtime that has `URL` and `Intl`: a server, a worker, the edge.
    input: 'src/tools/fallback/index.ts',
    plugins: [leaveNoSettings, nodeResolve(), esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' })],
    output: { file: 'dist/fallback.js', format: 'es', banner, sourcemap: 'hidden' },
  },
  {
    input: {
      cli: 'src/cli/main.ts',
      main: 'src/server/main.ts',
      // What is loaded when it is asked for is named here, so that it is written in this order, and not in that in which
      // it happened to be read: two builds are the same.
      ...LATER,
    },
    // zod is installed with the package; bundled, it is not shaken in the same way by every build.
    external: (id) => /^(node:|hono|@hono|@duckdb|@clickhouse|isbot|nodemailer|zod)/.test(id),
    plugins: [nodeResolve(), commonjs(), esbuild({ target: 'node20', tsconfig: 'tsconfig.json' })],
    output: {
      dir: 'dist/server',
      format: 'es',
      sourcemap: true,
      chunkFileNames: '[name].js',
    },
  },
];
