import { describe as inWords, violationsIn } from '../../scripts/boundaries';

/** The checker's lines for one source file. */
function complaints(file: string, ...lines: string[]): string[] {
  return violationsIn(file, lines.join('\n')).map(inWords);
}

describe('a room knows itself and the rooms before it', () => {
  test('its own files, by whatever path', () => {
    expect(
      complaints('src/rules/mechanisms/cap.ts', "import { Fen } from '../units';", "import './tiers';"),
    ).toEqual([]);
  });

  test('an earlier room through its door', () => {
    expect(complaints('src/engine/plan.ts', "import { Policy } from '../rules';")).toEqual([]);
    expect(complaints('src/engine/settle/rank.ts', "import { Policy } from '../../rules';")).toEqual([]);
    expect(complaints('src/cli/check.ts', "import { readWorkbook } from '../xlsx';")).toEqual([]);
  });

  test('not an earlier room past its door', () => {
    expect(complaints('src/engine/plan.ts', "import { Fen } from '../rules/units';")).toEqual([
      "src/engine/plan.ts:1: imports '../rules/units'; another room is entered by its door: '../rules'",
    ]);
    expect(complaints('src/engine/settle/rank.ts', "import { Fen } from '../../rules/index';")).toEqual([
      "src/engine/settle/rank.ts:1: imports '../../rules/index'; another room is entered by its door: '../../rules'",
    ]);
  });

  test('not a later room', () => {
    expect(complaints('src/sheet/header.ts', "import { totals } from '../budget';")).toEqual([
      "src/sheet/header.ts:1: imports '../budget'; sheet knows only sheet, rules and engine",
    ]);
  });

  test('the first room knows no other', () => {
    expect(complaints('src/rules/model.ts', "import { Columns } from '../engine';")).toEqual([
      "src/rules/model.ts:1: imports '../engine'; rules knows no other room",
    ]);
  });

  test('xlsx knows the grid of sheet and nothing else', () => {
    expect(complaints('src/xlsx/reader.ts', "import type { Grid } from '../sheet';")).toEqual([]);
    expect(complaints('src/xlsx/reader.ts', "import type { Policy } from '../rules';")).toEqual([
      "src/xlsx/reader.ts:1: imports '../rules'; xlsx knows only xlsx and sheet",
    ]);
  });

  test('nothing outside src', () => {
    expect(complaints('src/cli/main.ts', "import { version } from '../../package.json';")).toEqual([
      "src/cli/main.ts:1: imports '../../package.json'; an import stays inside src/",
    ]);
    expect(complaints('src/cli/main.ts', "import x from '../../../elsewhere';")).toEqual([
      "src/cli/main.ts:1: imports '../../../elsewhere'; an import stays inside src/",
    ]);
  });
});

describe('a pure room imports its few packages and no more', () => {
  test.each([
    ['rules', 'decimal.js'],
    ['rules', 'yaml'],
    ['rules', 'yaml/util'],
    ['engine', 'decimal.js'],
    ['sheet', 'decimal.js'],
    ['xlsx', 'fflate'],
  ])('%s may import %s', (room, name) => {
    expect(complaints(`src/${room}/file.ts`, `import x from '${name}';`)).toEqual([]);
  });

  test('no other package, scoped or not', () => {
    expect(complaints('src/engine/plan.ts', "import { z } from 'zod';")).toEqual([
      "src/engine/plan.ts:1: imports 'zod'; engine is a pure room: no packages but decimal.js",
    ]);
    expect(complaints('src/report/chart.ts', "import { Button } from '@fluentui/react-components';")).toEqual(
      [
        "src/report/chart.ts:1: imports '@fluentui/react-components'; report is a pure room: no packages but decimal.js",
      ],
    );
    expect(
      complaints('src/sheet/chart.ts', "import '@microsoft/office-js';", "import 'react';"),
    ).toHaveLength(2);
  });

  test.each(['node:fs', 'fs', 'fs/promises'])('no Node module: %s', (name) => {
    expect(complaints('src/xlsx/reader.ts', `import fs from '${name}';`)).toEqual([
      `src/xlsx/reader.ts:1: imports '${name}'; xlsx is a pure room: no Node modules and no packages but fflate`,
    ]);
  });

  test('the rooms around the host import what they need', () => {
    expect(complaints('src/cli/files.ts', "import { readFile } from 'node:fs/promises';")).toEqual([]);
    expect(complaints('src/taskpane/app.tsx', "import { useState } from 'react';")).toEqual([]);
  });
});

describe('every way to name a module counts', () => {
  test.each([
    "import { totals } from '../budget';",
    "import type { Totals } from '../budget';",
    "import '../budget';",
    "export { totals } from '../budget';",
    "export * from '../budget';",
    "const budget = await import('../budget');",
    'const budget = await import(`../budget`);',
    "const budget = require('../budget');",
    "type Totals = import('../budget').Totals;",
    "import budget = require('../budget');",
  ])('%s', (statement) => {
    expect(complaints('src/rules/model.ts', '// the model', '', statement)).toEqual([
      "src/rules/model.ts:3: imports '../budget'; rules knows no other room",
    ]);
  });

  test('words in comments and strings do not', () => {
    expect(
      complaints('src/rules/model.ts', "// import '../budget'", `const text = "import '../budget'";`),
    ).toEqual([]);
  });
});

test('a file of src/ lies in a room', () => {
  const rooms =
    'rules, engine, sheet, budget, report, functions, excel, worker, taskpane, commands, addin, xlsx, cli, site and workbench';
  expect(complaints('src/utils/text.ts')).toEqual([
    `src/utils/text.ts:1: a file of src/ lies in a room: ${rooms}`,
  ]);
  expect(complaints('src/start.ts')).toEqual([`src/start.ts:1: a file of src/ lies in a room: ${rooms}`]);
});
