import { type Marker, parseMarker, printMarker } from '../../../src/excel/work/marker';

const marker: Marker = {
  version: 1,
  id: 'a1',
  kind: 'annotate',
  started: '2026-11-22T20:00:00.000Z',
  undo: [
    { kind: 'sheet', name: '明细 xishan-2020', place: '1' },
    {
      kind: 'blank',
      columns: [{ place: '2', width: 'standard', looks: null, hadResults: false }],
    },
    {
      kind: 'cells',
      copies: [
        { place: '3', copy: { sheet: '_SUBSIDY.copy.1', cells: { top: 1, left: 10, bottom: 9, right: 10 } } },
      ],
      rows: { places: ['4'], digest: '9-ab' },
    },
    { kind: 'names', names: [{ name: '_SUBSIDY.p.1.award', sheet: null, formula: null, place: null }] },
    { kind: 'notes', notes: [{ place: '2', text: null }] },
    { kind: 'settings', values: [{ key: 'subsidy.before', value: null }] },
  ],
  request: null,
};

test('a marker reads back as it was written', () => {
  expect(parseMarker(printMarker(marker))).toEqual(marker);
});

test.each([
  ['no text', undefined],
  ['no JSON', '{'],
  ['another version', JSON.stringify({ ...marker, version: 2 })],
  ['an unknown kind of work', JSON.stringify({ ...marker, kind: 'other' })],
  ['an unknown step', JSON.stringify({ ...marker, undo: [{ kind: 'explode', names: [] }] })],
  ['a step without its list', JSON.stringify({ ...marker, undo: [{ kind: 'names' }] })],
  ['a list', '[]'],
])('%s is no marker of ours', (_, text) => {
  expect(parseMarker(text)).toBeNull();
});
