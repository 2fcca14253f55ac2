import {
  parsePart,
  parseRecord,
  printPart,
  printRecord,
  STATE_NAMESPACE,
} from '../../../src/excel/state/state-part';

const larger = {
  corrections: { sheets: { '企业 & <部门>': { columns: { H: 'grossOutput', Z: null } } } },
  scenario: { figures: { 'xishan-2020/4.4#cap': '150万元' }, note: 'a]]>b "c" \u0001\ufffe\ud800' },
};

test('corrections and scenario read back as they were, whatever characters they hold', () => {
  const xml = printPart(larger);
  expect(parsePart(xml)).toEqual(larger);
  // eslint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\ufffe]|&(?!amp;|lt;|gt;)|<(?!\/?state)/);
});

test('a part that Excel wrote anew, with a declaration, a prefix and entities, is read', () => {
  const xml = `<?xml version="1.0"?>\n<s:state xmlns:s="${STATE_NAMESPACE}">{&quot;corrections&quot;:{&quot;a&quot;:&quot;&amp;lt;&quot;},&quot;scenario&quot;:null}</s:state>`;
  expect(parsePart(xml)).toEqual({ corrections: { a: '&lt;' }, scenario: null });
});

test.each(['<other/>', '<state>{</state>', '<state>[]</state>', ''])('%s is no part of ours', (xml) => {
  expect(parsePart(xml)).toBeNull();
});

test('the record in the settings reads back; another version is none', () => {
  const record = { settings: { groupBy: '所属街道', policies: ['xishan-2020'] }, part: '{1}' };
  expect(parseRecord(printRecord(record))).toEqual({ ...record });
  expect(parseRecord(JSON.stringify({ ...record, version: 2 }))).toBeNull();
  expect(parseRecord('nonsense')).toBeNull();
  expect(parseRecord(undefined)).toBeNull();
});
