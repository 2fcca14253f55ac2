'use strict';

/**
 * What the add-in's build needs besides the bundle: the rules as JSON in `BUNDLED_POLICIES`, functions.json
 * of each language, the help page, the icons, the manifest for its address, and office.js with
 * the files it asks for, copied as they are.
 */

const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const { addInContent, SOURCES } = require('./addin-content.js');

const root = path.join(__dirname, '..');
const officeFolder = path.join(root, 'node_modules', '@microsoft', 'office-js');

/**
 * Where office.js comes from. `self`: from the add-in's own address, which serves an intranet without
 * internet; `cdn`: Microsoft's; `china`: that of the cloud run by 21Vianet.
 */
const OFFICE_SOURCES = {
  self: 'office-js/office.js',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

/** The files that office.js loads in Excel on Windows, Mac and the web, and its texts. */
const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

/** Files whose names the manifest or office.js fix, and that hold nothing. */
const EMPTY_FILES = {
  'functions.js': '// The custom functions run in the shared runtime: taskpane.html loads them.\n',
  'office-js/telemetry/oteljs_agave.js': '// This add-in sends no telemetry.\n',
};

/** @typedef {keyof typeof OFFICE_SOURCES} OfficeSource */

/** @param {string | undefined} given @returns {OfficeSource} */
function officeSource(given = 'self') {
  const known = Object.keys(OFFICE_SOURCES);
  if (!known.includes(given)) throw new Error(`ADDIN_OFFICE is ${given}; it can be ${known.join(', ')}`);
  return /** @type {OfficeSource} */ (given);
}

/**
 * No script but our own files, no request but to our own address. Inline styles are Fluent's and those that
 * Excel on the web puts in.
 *
 * @param {OfficeSource} source
 */
function contentSecurityPolicy(source) {
  const origin = source === 'self' ? '' : ` ${new URL(OFFICE_SOURCES[source]).origin}`;
  return [
    `default-src 'none'`,
    `script-src 'self'${origin}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

class AddInPlugin {
  /** @param {{ base: string | undefined, id: string | undefined, office: OfficeSource }} options */
  constructor(options) {
    this.options = options;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    /** @type {import('./addin-content.js').Content | undefined} */
    let content;
    compiler.hooks.beforeCompile.tapPromise(AddInPlugin.name, async () => {
      content = await addInContent();
    });
    new webpack.DefinePlugin({
      BUNDLED_POLICIES: webpack.DefinePlugin.runtimeValue(
        () => `JSON.parse(${JSON.stringify(content?.policies ?? 'null')})`,
        { contextDependencies: SOURCES, version: () => String(content?.policies.length) },
      ),
    }).apply(compiler);
    compiler.hooks.thisCompilation.tap(AddInPlugin.name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: AddInPlugin.name, stage }, async () => {
        if (content === undefined) throw new Error('the rules have not been read');
        const files = { ...generated(content), ...icons(), ...office(this.options.office), ...EMPTY_FILES };
        for (const [name, source] of Object.entries(files))
          compilation.emitAsset(name, new webpack.sources.RawSource(source), { minimized: true });
        const { manifestFor } = await import('./addin-manifest.mjs');
        const manifest = await manifestFor(path.join(root, 'manifest.xml'), this.options);
        compilation.emitAsset('manifest.xml', new webpack.sources.RawSource(manifest));
      });
      compilation.fileDependencies.add(path.join(root, 'manifest.xml'));
      compilation.contextDependencies.addAll([...SOURCES, path.join(root, 'assets')]);
    });
  }
}

/** @param {import('./addin-content.js').Content} content */
function generated({ metadata, help }) {
  return {
    'functions.zh-CN.json': metadata.zh,
    'functions.en-US.json': metadata.en,
    'help.html': help,
  };
}

function icons() {
  const folder = path.join(root, 'assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return Object.fromEntries(names.map((name) => [`assets/${name}`, readFileSync(path.join(folder, name))]));
}

/** @param {OfficeSource} source @returns {Record<string, Buffer>} */
function office(source) {
  if (source !== 'self') return {};
  /** @type {Record<string, Buffer>} */
  const files = { 'office-js/LICENSE.md': readFileSync(path.join(officeFolder, 'LICENSE.md')) };
  for (const name of OFFICE_FILES)
    files[`office-js/${name}`] = readFileSync(path.join(officeFolder, 'dist', name));
  return files;
}

module.exports = { AddInPlugin, contentSecurityPolicy, officeSource, OFFICE_FILES, OFFICE_SOURCES };
