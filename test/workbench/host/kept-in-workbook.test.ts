import { failureOf, inOffice, sharedOffice } from './in-office';
import { newHost } from './new-host';
import { openOffice } from './office-page';

const office = sharedOffice();

describe('settings', () => {
  test('values of any JSON shape are kept in the workbook', async () => {
    const found = await office.run(async (_, context) => {
      const { settings } = context.workbook;
      settings.add('映射', { 列: ['产值', null], 版本: 2 });
      const item = settings.getItem('映射').load('key,value');
      const none = settings.getItemOrNullObject('没有').load('value');
      const count = settings.getCount();
      await context.sync();
      item.delete();
      await context.sync();
      return [item.key, item.value as unknown, none.isNullObject, count.value];
    });
    expect(found).toEqual(['映射', { 列: ['产值', null], 版本: 2 }, true, 1]);
    expect(office.host.workbook.settings.size).toBe(0);
  });

  test('the settings of the document are the same ones, and a restart finds them', async () => {
    const host = newHost();
    const first = await openOffice(host);
    first.Office.context.document.settings.set('旧', { a: 1 });
    await new Promise((resolve) => {
      first.Office.context.document.settings.saveAsync(resolve);
    });
    expect(host.workbook.settings.get('旧')).toEqual({ a: 1 });
    first.close();
    await inOffice((second) => {
      expect(second.Office.context.document.settings.get('旧')).toEqual({ a: 1 });
      return Promise.resolve();
    }, host);
  });
});

describe('custom XML parts', () => {
  const namespace = 'http://example.invalid/policy/1';
  const xml = `<p:state xmlns:p="${namespace}"><p:row>1</p:row></p:state>`;

  test('are added, found by id and namespace, changed and deleted', async () => {
    const found = await office.run(async (_, context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(xml).load('id,namespaceUri');
      await context.sync();
      const again = parts.getItem(part.id);
      const text = again.getXml();
      const byNamespace = parts.getByNamespace(namespace).getOnlyItemOrNullObject().load('id');
      const others = parts.getByNamespace('urn:else').getCount();
      await context.sync();
      again.setXml(xml.replace('1</p:row>', '2</p:row>'));
      const changed = again.getXml();
      await context.sync();
      again.delete();
      const gone = parts.getItemOrNullObject(part.id).load('id');
      await context.sync();
      return [
        part.namespaceUri,
        text.value === xml,
        byNamespace.id === part.id,
        others.value,
        changed.value.includes('2<'),
        gone.isNullObject,
      ];
    });
    expect(found).toEqual([namespace, true, true, 0, true, true]);
  });

  test('what is no XML is refused', async () => {
    const failure = await failureOf(
      office.run(async (_, context) => {
        context.workbook.customXmlParts.add('{"json":true}');
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'CustomXmlPartCollection.add' });
  });
});

describe('comments', () => {
  test('stand on a cell, follow it and go', async () => {
    const found = await office.run(async (sheet, context) => {
      const comment = context.workbook.comments.add(sheet.getRange('B2'), '规则 1.0').load('id,content');
      await context.sync();
      office.host.user.insert('1:1');
      const byCell = sheet.comments.getItemByCell('B3').load('content');
      const location = byCell.getLocation().load('address');
      const count = sheet.comments.getCount();
      await context.sync();
      comment.content = '规则 1.1';
      comment.delete();
      await context.sync();
      return [byCell.content, location.address.split('!')[1], count.value];
    });
    expect(found).toEqual(['规则 1.0', 'B3', 1]);
    expect(office.host.workbook.comments).toEqual([]);
  });

  test('one cell has one comment', async () => {
    const failure = await failureOf(
      office.run(async (sheet, context) => {
        context.workbook.comments.add(sheet.getRange('A1'), 'eins');
        context.workbook.comments.add(sheet.getRange('A1'), 'zwei');
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: 'InvalidArgument', location: 'CommentCollection.add' });
  });
});

describe('the filter of a sheet', () => {
  test('hides rows, keeps its criteria and is taken away', async () => {
    office.host.user.enter('A1', [
      ['企业', '街道'],
      ['甲', '东'],
      ['乙', '西'],
      ['丙', '东'],
    ]);
    const found = await office.run(async (sheet, context) => {
      sheet.autoFilter.apply(sheet.getRange('A1:B4'), 1, { filterOn: 'Values', values: ['东'] });
      sheet.autoFilter.load('enabled,isDataFiltered,criteria');
      const range = sheet.autoFilter.getRangeOrNullObject().load('address');
      const hidden = sheet.getRange('A3').load('rowHidden');
      await context.sync();
      const { enabled, isDataFiltered, criteria } = sheet.autoFilter;
      const before = [
        enabled,
        isDataFiltered,
        criteria[1]?.values as unknown,
        range.address.split('!')[1],
        hidden.rowHidden,
      ];
      sheet.autoFilter.remove();
      hidden.load('rowHidden');
      sheet.autoFilter.load('enabled');
      await context.sync();
      return [...before, hidden.rowHidden, sheet.autoFilter.enabled];
    });
    expect(found).toEqual([true, true, ['东'], 'A1:B4', true, false, false]);
  });
});

test('calculation can be set to manual and asked for', async () => {
  office.host.user.type('B1', '=A1*2');
  const found = await office.run(async (sheet, context) => {
    const { application } = context.workbook;
    application.calculationMode = 'Manual';
    sheet.getRange('A1').values = [[21]];
    const result = sheet.getRange('B1').load('values');
    application.load('calculationMode');
    await context.sync();
    const mode = application.calculationMode;
    const stale: unknown = result.values[0]?.[0];
    application.calculate('Full');
    result.load('values');
    await context.sync();
    application.calculationMode = 'Automatic';
    await context.sync();
    return [mode, stale, result.values[0]?.[0] as unknown];
  });
  expect(found).toEqual(['Manual', 0, 42]);
});

test('suspended calculation resumes with the next sync', async () => {
  office.host.user.type('B1', '=A1*2');
  const found = await office.run(async (sheet, context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    sheet.getRange('A1').values = [[21]];
    const within = sheet.getRange('B1').load('values');
    await context.sync();
    const suspended: unknown = within.values[0]?.[0];
    within.load('values');
    await context.sync();
    return [suspended, within.values[0]?.[0] as unknown];
  });
  expect(found).toEqual([0, 42]);
});
