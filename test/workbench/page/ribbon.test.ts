/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAddIn } from '../../../src/workbench/page/ribbon';

const manifest = readFileSync(path.join(__dirname, '../../../manifest.xml'), 'utf8');
const addIn = readAddIn(manifest, 'addin/');

test('the buttons are those of the manifest, in both languages', () => {
  expect(addIn.group).toEqual({ zh: '补贴测算', en: 'Subsidies' });
  expect(addIn.buttons.map(({ label, action }) => [label.zh, label.en, action])).toEqual([
    ['测算本表', 'Evaluate sheet', { kind: 'function', name: 'evaluateSheet' }],
    ['打开窗格', 'Open pane', { kind: 'pane' }],
    ['撤回结果列', 'Take back', { kind: 'function', name: 'takeBack' }],
    ['生成移交副本', 'Hand-over copy', { kind: 'function', name: 'handOverCopy' }],
    ['帮助', 'Help', { kind: 'function', name: 'showHelp' }],
  ]);
});

test('pictures are those of the site, whatever address the manifest was made for', () => {
  const elsewhere = readAddIn(
    manifest.replaceAll('https://localhost:3000/', 'https://x.example/deep/'),
    'addin/',
  );
  expect(elsewhere.buttons[0]?.icons[32]).toBe('addin/assets/evaluate-32.png');
  expect(elsewhere.namespace).toBe('POLICY');
});

test('a manifest without a ribbon group is refused', () => {
  expect(() => readAddIn('<OfficeApp/>', 'addin/')).toThrow(new Error('manifest.xml has no ribbon group'));
});
