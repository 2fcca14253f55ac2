import { resultJson } from '../../src/report';
import type { Lang } from '../../src/rules';
import { evaluated, type Evaluated } from './lakeside';

const [A, B, C] = ['91530112MAWF3A3L3Q', '91530112MAYKDNNX75', '91530112MAWH8ULY8R'];

function json({ outcome, plan, readings, identity }: Evaluated, lang: Lang = 'zh'): unknown {
  const result = resultJson({ generator: 'subsidy 9.9.9', outcome, plans: [plan], readings, identity, lang });
  // As a file has it: without what is undefined.
  return JSON.parse(JSON.stringify(result));
}

describe('the JSON result', () => {
  test('all of it, for two enterprises: 8% of 25,000,000.13 capped at 2,000,000, and a ceiling', () => {
    const table = evaluated(
      {
        企业表: [
          [
            '企业名称',
            '统一社会信用代码',
            '所属街道',
            '设备购置费(万元)',
            '是否认定首台（套）重大技术装备',
            '备注',
          ],
          ['甲', A, '东街', 2500.000013, null, '首次'],
          ['乙', B, '西街', null, '是', null],
        ],
      },
      { groupBy: '所属街道' },
    );
    const unassessed = (clause: string, ...missingColumns: string[]): unknown => ({
      clause: `lakeside-2026/${clause}`,
      missingColumns,
    });
    const unchecked = ['taxViolation', 'registeredInDistrict'];
    const provisional = [
      { why: 'uncheckedVeto', keys: ['taxViolation'] },
      { why: 'uncheckedScope', keys: ['registeredInDistrict'] },
    ];
    expect(json(table)).toEqual({
      schema: 1,
      generator: 'subsidy 9.9.9',
      policies: [{ id: 'lakeside-2026', rulesHash: table.policy.policy.hash, asOf: '2026', unchecked }],
      sheets: [
        {
          sheet: '企业表',
          headerRows: [1],
          columns: [
            {
              column: 'A',
              header: '企业名称',
              key: 'enterpriseName',
              unit: null,
              why: 'name',
              confidence: 1,
            },
            {
              column: 'B',
              header: '统一社会信用代码',
              key: 'creditCode',
              unit: null,
              why: 'name',
              confidence: 1,
            },
            {
              column: 'D',
              header: '设备购置费(万元)',
              key: 'equipmentPurchase',
              unit: '万元',
              why: 'name',
              confidence: 1,
            },
            {
              column: 'E',
              header: '是否认定首台（套）重大技术装备',
              key: 'firstSetCertified',
              unit: null,
              why: 'name',
              confidence: 1,
            },
          ],
          unmapped: [
            { column: 'C', header: '所属街道', why: 'unknown' },
            { column: 'F', header: '备注', why: 'note' },
          ],
          skippedRows: [],
          notAssessed: [
            unassessed('1.1', 'industryGroup', 'isAboveScale', 'grossOutput', 'grossOutputPrior'),
            unassessed('1.3', 'newEquipmentInvestment'),
            unassessed('2.1', 'exportUsd'),
            unassessed('2.2', 'isHeadquarters', 'officeArea'),
            unassessed('2.2-uplift', 'isHeadquarters', 'officeArea', 'selectedByDept'),
            unassessed('3.1', 'digitalSpend'),
            unassessed('3.2', 'greenManufacturingLevel'),
            unassessed('3.5', 'bidBond'),
          ],
          findings: [],
          rows: [
            {
              row: 2,
              name: '甲',
              creditCode: A,
              award: '2000000.00',
              ceiling: '0.00',
              saving: '0.00',
              capHits: ['lakeside-2026/1.2'],
              approval: ['lakeside-2026/1.2'],
              clauses: [
                {
                  id: 'lakeside-2026/1.2',
                  status: 'payable',
                  uncapped: '2000000.01',
                  cap: '2000000.00',
                  amount: '2000000.00',
                  capHit: true,
                  payout: [
                    [0, '1000000.00'],
                    [1, '600000.00'],
                    [2, '400000.00'],
                  ],
                  provisional,
                },
              ],
            },
            {
              row: 3,
              name: '乙',
              creditCode: B,
              award: '0.00',
              ceiling: '500000.00',
              saving: '0.00',
              capHits: [],
              approval: [],
              clauses: [
                {
                  id: 'lakeside-2026/3.4',
                  status: 'ceiling',
                  uncapped: null,
                  cap: '500000.00',
                  amount: '500000.00',
                  capHit: false,
                  provisional,
                },
              ],
            },
          ],
        },
      ],
      totals: {
        award: '2000000.00',
        ceiling: '500000.00',
        saving: '0.00',
        poolReduction: '0.00',
        awardAfterPools: '2000000.00',
        byClause: { 'lakeside-2026/1.2': '2000000.00' },
        byDepartment: { 区经济局: '2000000.00' },
        byField: { 工业: '2000000.00' },
        byPayoutYear: { '2026': '1000000.00', '2027': '600000.00', '2028': '400000.00' },
        byGroup: { 东街: '2000000.00' },
        ceilingByClause: { 'lakeside-2026/3.4': '500000.00' },
        savingByClause: {},
        unchecked,
      },
    });
  });

  test('rows are worksheet rows everywhere: neighbours of a cut-off, unranked, repeated and conflicting rows', () => {
    const header = [
      '企业名称',
      '统一社会信用代码',
      '产业分组',
      '是否规模以上',
      '工业总产值(元)',
      '上年工业总产值(元)',
    ];
    const ranked = evaluated({
      企业表: [
        ['西山区工业企业表'],
        header,
        ['甲', A, '磷化工', '是', 11200, 10000],
        ['乙', B, '磷化工', '是', 5600, 5000],
        ['丙', C, '磷化工', '是', 1120, 1000],
        ['丁', '91530112MAYJGYLBXR', '磷化工', '是', null, 1000],
      ],
    });
    expect(json(ranked)).toMatchObject({
      sheets: [
        {
          rows: [
            {
              row: 3,
              clauses: [
                {
                  id: 'lakeside-2026/1.1',
                  provisional: [
                    {
                      why: 'computedRank',
                      key: 'outputRank',
                      rank: 1,
                      group: '磷化工',
                      groupSize: 3,
                      cutoff: 2,
                      neighbours: [
                        { row: 4, rank: 2, measure: '5600' },
                        { row: 5, rank: 3, measure: '1120' },
                      ],
                      unranked: [6],
                    },
                    {},
                    {},
                  ],
                },
              ],
            },
            {},
            {},
            {},
          ],
        },
      ],
    });
    const offices = (area: number): unknown =>
      json(
        evaluated({
          总部: [
            ['企业名称', '统一社会信用代码', '是否认定总部企业', '自用办公用房建筑面积(㎡)'],
            ['甲', A, '是', 100],
          ],
          楼宇: [
            ['企业名称', '统一社会信用代码', '是否认定总部企业', '自用办公用房建筑面积(㎡)'],
            ['乙', B, '是', 7],
            ['甲', A, '是', area],
          ],
        }),
      );
    expect(offices(100)).toMatchObject({
      sheets: [
        { rows: [{ clauses: [{ status: 'payable' }] }] },
        {
          rows: [{}, { clauses: [{ status: 'duplicate', duplicateOf: { sheet: '总部', row: 2 } }] }],
        },
      ],
    });
    const conflictWith = [
      { sheet: '总部', row: 2 },
      { sheet: '楼宇', row: 3 },
    ];
    expect(offices(200)).toMatchObject({
      sheets: [
        { rows: [{ clauses: [{ status: 'conflict', conflictWith }] }] },
        { rows: [{}, { clauses: [{ status: 'conflict', conflictWith }] }] },
      ],
    });
  });

  test('vetoes, scope, the clause that won, missing inputs and readings that decided', () => {
    const table = evaluated({
      企业表: [
        [
          '企业名称',
          '是否在本区注册登记',
          '是否被查处偷漏税',
          '设备购置费(元)',
          '新增生产设备投资额(元)',
          '年度出口额(美元)',
        ],
        ['甲公司', '否', '否', 100, null, null],
        ['乙公司', '是', '是', 100, null, null],
        ['丙公司', '是', '否', 100, 1000, 1500000],
      ],
    });
    expect(json(table)).toMatchObject({
      sheets: [
        {
          rows: [
            { clauses: [{ status: 'notEligible', scope: ['registeredInDistrict'], amount: '8.00' }] },
            { clauses: [{ status: 'vetoed', vetoes: ['taxViolation'], amount: '8.00' }] },
            {
              award: '30100.00',
              clauses: [
                { id: 'lakeside-2026/1.2', status: 'superseded', supersededBy: 'lakeside-2026/1.3' },
                { id: 'lakeside-2026/1.3', status: 'payable', amount: '100.00' },
                { id: 'lakeside-2026/2.1', review: ['lakeside-2026/2.1#part'], amount: '30000.00' },
              ],
            },
          ],
        },
      ],
      totals: { unchecked: [] },
    });
  });

  test('a scenario stands with the policy it changes', () => {
    const scenario = {
      figures: { 'lakeside-2026/1.2#cap': '150万元' },
      amounts: { 'lakeside-2026/3.4': { analystAmount: '30万元' } },
    };
    const table = evaluated(
      {
        企业表: [
          ['企业名称', '设备购置费(元)'],
          ['甲公司', 100],
        ],
      },
      { scenario },
    );
    expect(json(table)).toMatchObject({ policies: [{ id: 'lakeside-2026', scenario }] });
  });
});
