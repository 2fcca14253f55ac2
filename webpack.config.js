'use strict';

const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { version } = require('./package.json');
const { workbenchConfig } = require('./scripts/workbench-config.js');
const {
  AddInPlugin,
  contentSecurityPolicy,
  officeSource,
  OFFICE_SOURCES,
} = require('./scripts/addin-plugin.js');

/** What every target shares. */
const base = {
  context: __dirname,
  mode: /** @type {const} */ ('production'),
  devtool: /** @type {const} */ (false),
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
};

const typescript = { test: /\.ts$/, exclude: /node_modules/, loader: 'swc-loader' };

/** @param {string} name @returns {import('webpack').FileCacheOptions} */
function cache(name) {
  return {
    type: 'filesystem',
    name,
    cacheDirectory: path.join(__dirname, '.cache/webpack'),
    buildDependencies: { config: [__filename, path.join(__dirname, '.swcrc')] },
  };
}

/**
 * The command line and the site's commands (`npm start`, `serve`, `release`): one file each for Node. They are
 * not minified, so that a stack trace names the functions of the source.
 *
 * @type {import('webpack').Configuration}
 */
const cli = {
  ...base,
  name: 'cli',
  target: 'node20',
  entry: {
    subsidy: './src/cli/bin.ts',
    site: { import: './src/site/index.ts', library: { type: 'commonjs2' } },
  },
  output: {
    path: path.join(__dirname, 'dist'),
    filename: '[name].cjs',
    // Written even when nothing changed: the file's age tells bin/subsidy.mjs whether it is current.
    compareBeforeEmit: false,
  },
  module: { rules: [typescript] },
  node: { __dirname: false },
  optimization: { minimize: false },
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  cache: cache('cli'),
};

const office = officeSource(process.env['ADDIN_OFFICE']);

/**
 * The add-in: one page, taskpane.html, which is pane, ribbon commands and custom functions at once (shared
 * runtime). The environment says for whom it is built: ADDIN_BASE (its address), ADDIN_ID (a GUID or
 * `random`), ADDIN_OFFICE (where office.js comes from: self, cdn or china).
 *
 * @type {import('webpack').Configuration}
 */
const addin = {
  ...base,
  name: 'addin',
  target: ['web', 'es2022'],
  entry: { taskpane: './src/addin/page.ts' },
  output: {
    path: path.join(__dirname, 'dist', 'addin'),
    filename: '[name].[contenthash:12].js',
    assetModuleFilename: '[name].[contenthash:12][ext]',
    clean: true,
  },
  module: {
    rules: [
      typescript,
      {
        test: /\.tsx$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2022',
          },
        },
      },
      // Pure rooms: what the page does not use of them (the YAML parser, the checks of rules) is left out.
      {
        test: /[\\/]src[\\/](?:rules|engine|sheet|budget|report|functions|excel|worker|taskpane|commands)[\\/]/,
        sideEffects: false,
      },
      { test: /\.(?:woff2?|png|svg)$/, type: 'asset/resource' },
    ],
  },
  optimization: {
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        // The rules are most of the page's own bytes; page and worker share the file.
        policies: {
          test: /[\\/]functions[\\/]bundle[\\/]bundled\.ts$/,
          name: 'policies',
          enforce: true,
        },
      },
    },
  },
  plugins: [
    new webpack.DefinePlugin({ ADDIN_VERSION: JSON.stringify(version) }),
    new AddInPlugin({ base: process.env['ADDIN_BASE'], id: process.env['ADDIN_ID'], office }),
    new HtmlWebpackPlugin({
      filename: 'taskpane.html',
      inject: 'head',
      scriptLoading: 'defer',
      minify: false,
      templateContent: `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(office)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>补贴政策测算</title>
    <script src="${OFFICE_SOURCES[office]}"></script>
  </head>
  <body style="margin: 0">
    <div id="root">
      <p style="margin: 12px; font: 14px 'Segoe UI', 'Microsoft YaHei', sans-serif">补贴政策测算 · 正在打开… Opening…</p>
    </div>
  </body>
</html>
`,
    }),
  ],
  performance: { hints: false },
  // The rules are one long string, and the cache's remarks on that are of no use.
  infrastructureLogging: { level: 'error' },
  cache: cache('addin'),
};

module.exports = [cli, addin, workbenchConfig(base, cache('workbench'))];
