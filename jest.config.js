'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');

/** Rooms whose lines must be covered; jest rejects a threshold for a folder that has no data. */
const coveredRooms = ['rules', 'engine', 'sheet', 'xlsx']
  .map((room) => `src/${room}/`)
  .filter((folder) => existsSync(path.join(__dirname, folder, 'index.ts')));

/** Sources with React in them, as webpack.config.js compiles them. */
const jsx = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
};

/** @type {import('@jest/types').Config.InitialProjectOptions} */
const everyProject = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.ts$': '@swc/jest', '\\.tsx$': ['@swc/jest', jsx] },
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  maxWorkers: '100%',
  // No test asserts a time; a busy machine may take long for anything.
  testTimeout: 60_000,
  projects: [
    {
      ...everyProject,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
    },
    {
      ...everyProject,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      // Only when one of these tests is to be run.
      globalSetup: '<rootDir>/test/e2e/browser-setup.mjs',
      globalTeardown: '<rootDir>/test/e2e/browser-teardown.mjs',
    },
  ],
  reporters: ['default', '<rootDir>/scripts/counts-reporter.js'],
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.d.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text', 'lcov'],
  coverageThreshold: {
    global: {},
    ...Object.fromEntries(coveredRooms.map((folder) => [`./${folder}`, { lines: 95 }])),
  },
};
