'use strict';

const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { WorkbenchPlugin, WORKBENCH_POLICY } = require('./workbench-plugin.js');

const root = path.join(__dirname, '..');

/**
 * The page that stands in for Excel, at the root of the site; the add-in is served beside it, at addin/.
 *
 * @param {import('webpack').Configuration} base what every target shares
 * @param {import('webpack').FileCacheOptions} cache
 * @returns {import('webpack').Configuration}
 */
function workbenchConfig(base, cache) {
  return {
    ...base,
    name: 'workbench',
    target: ['web', 'es2022'],
    entry: { workbench: './src/workbench/page/main.tsx' },
    output: {
      path: path.join(root, 'dist', 'workbench'),
      filename: '[name].[contenthash:12].js',
      cssFilename: '[name].[contenthash:12].css',
      assetModuleFilename: '[name].[contenthash:12][ext]',
      clean: true,
    },
    experiments: { css: true },
    module: {
      rules: [
        { test: /\.ts$/, exclude: /node_modules/, loader: 'swc-loader' },
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
        // Of the pure rooms only what the page uses.
        { test: /[\\/]src[\\/](?:rules|sheet|xlsx)[\\/]/, sideEffects: false },
        { test: /\.css$/, type: 'css/global' },
        { test: /\.woff2$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      new WorkbenchPlugin(),
      new HtmlWebpackPlugin({
        filename: 'index.html',
        inject: 'head',
        scriptLoading: 'defer',
        minify: false,
        templateContent: `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${WORKBENCH_POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>补贴测算工作台</title>
    <link rel="icon" href="addin/assets/product-32.png">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`,
      }),
    ],
    performance: { hints: false },
    cache,
  };
}

module.exports = { workbenchConfig };
