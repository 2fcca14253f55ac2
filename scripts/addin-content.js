'use strict';

/**
 * What the add-in takes from the rules: the checked policies as JSON, functions.json of each language, the
 * page of help, and the reference of the functions for docs/. The rooms `rules` and `functions` are bundled for Node and run here, so
 * that the page needs neither the YAML nor its parser.
 */

const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const webpack = require('webpack');

const root = path.join(__dirname, '..');
const rules = path.join(root, 'rules');

/** Folders of which the content is made. */
const SOURCES = [
  rules,
  ...['rules', 'engine', 'sheet', 'report', 'functions'].map((room) => path.join(root, 'src', room)),
];

/**
 * @typedef {{
 *   policies: string,
 *   metadata: { zh: string, en: string },
 *   help: string,
 *   documents: { zh: string, en: string },
 * }} Content
 */

/** Made once for sources as they are, however many builds follow. */
const kept = path.join(root, '.cache', 'addin-content.json');

/** @returns {Promise<Content>} the content for the sources as they are now */
async function addInContent() {
  const files = [__filename, ...SOURCES.flatMap((folder) => filesIn(folder))];
  const stamps = files.map((file) => `${path.relative(root, file)} ${statSync(file).mtimeMs}`);
  const key = createHash('sha256').update(stamps.toSorted().join('\n')).digest('hex');
  const before = lastContent();
  if (before?.key === key) return before.content;
  const content = await generate();
  mkdirSync(path.dirname(kept), { recursive: true });
  // Several builds may run at once: each moves a whole file into place.
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ key, content }));
  renameSync(own, kept);
  return content;
}

/** @returns {{ key: string, content: Content } | undefined} */
function lastContent() {
  if (!existsSync(kept)) return undefined;
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(kept, 'utf8'));
  return /** @type {{ key: string, content: Content }} */ (read);
}

/**
 * The one thing that the bundle exports (src/functions/bundle/build.ts).
 *
 * @typedef {(files: { path: string, text: string }[]) => Content} MakeContent
 */

/** @returns {Promise<Content>} */
async function generate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'addin-content-'));
  try {
    await bundle(folder);
    const made = { exports: /** @type {{ addInContent: MakeContent }} */ ({}) };
    // Not by `require`: webpack takes what its configuration requires for a part of it.
    const code = readFileSync(path.join(folder, 'build.cjs'), 'utf8');
    const run = compileFunction(code, ['module', 'exports', 'require']);
    Reflect.apply(run, undefined, [made, made.exports, require]);
    const files = filesIn(rules)
      .filter((file) => /\.ya?ml$/u.test(file))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((file) => ({
        path: path.relative(rules, file).replaceAll(path.sep, '/'),
        text: readFileSync(file, 'utf8'),
      }));
    return made.exports.addInContent(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {Promise<void>} */
function bundle(folder) {
  const compiler = webpack({
    mode: 'none',
    target: 'node20',
    context: root,
    entry: './src/functions/bundle/build.ts',
    output: { path: folder, filename: 'build.cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: 'swc-loader' }] },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error !== null) reject(error);
        else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
        else resolve();
      });
    });
  });
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

module.exports = { addInContent, SOURCES };
