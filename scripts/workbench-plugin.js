'use strict';

/**
 * What the workbench page needs beside its bundle: the sample workbooks, and what Office.js has for Excel, derived
 * from the package here and never committed.
 */

const { execFileSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');

const root = path.join(__dirname, '..');
const samples = path.join(root, 'samples');
const script = path.join(__dirname, 'office-members.mjs');

/**
 * No script but our own files, nothing from elsewhere; the only frame is the task pane.
 */
const WORKBENCH_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `frame-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** Made once for each version of the package and of the script. */
function officeMembers() {
  const manifest = readFileSync(path.join(root, 'node_modules/@microsoft/office-js/package.json'), 'utf8');
  /** @type {unknown} */
  const described = JSON.parse(manifest);
  const { version } = /** @type {{ version: string }} */ (described);
  const file = path.join(root, '.cache', 'office', `members-${version}.json`);
  const isCurrent = existsSync(file) && statSync(file).mtimeMs > statSync(script).mtimeMs;
  if (!isCurrent) execFileSync(process.execPath, [script, file]);
  return readFileSync(file);
}

class WorkbenchPlugin {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(WorkbenchPlugin.name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: WorkbenchPlugin.name, stage }, () => {
        emit(compilation, 'office-members.json', officeMembers());
        for (const name of readdirSync(samples).filter((file) => file.endsWith('.xlsx'))) {
          emit(compilation, `samples/${name}`, readFileSync(path.join(samples, name)));
        }
      });
      compilation.contextDependencies.add(samples);
      compilation.fileDependencies.add(script);
    });
  }
}

/** @param {import('webpack').Compilation} compilation @param {string} name @param {Buffer} content */
function emit(compilation, name, content) {
  compilation.emitAsset(name, new webpack.sources.RawSource(content), { minimized: true });
}

module.exports = { WorkbenchPlugin, WORKBENCH_POLICY };
