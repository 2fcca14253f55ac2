'use strict';

const path = require('node:path');
const webpack = require('webpack');

/** What every target shares. */
const base = {
  context: __dirname,
  mode: /** @type {const} */ ('production'),
  devtool: /** @type {const} */ (false),
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: 'swc-loader' }],
  },
};

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
 * The command line: one file for Node. It is not minified, so that a stack trace names
 * the functions of the source.
 *
 * @type {import('webpack').Configuration}
 */
const cli = {
  ...base,
  name: 'cli',
  target: 'node20',
  entry: { subsidy: './src/cli/bin.ts' },
  output: {
    path: path.join(__dirname, 'dist'),
    filename: '[name].cjs',
    // Written even when nothing changed: the file's age tells bin/subsidy.mjs whether it is current.
    compareBeforeEmit: false,
  },
  node: { __dirname: false },
  optimization: { minimize: false },
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  cache: cache('cli'),
};

module.exports = [cli];
