import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';

/**
 * Headers so general that only the rest of the sheet says what they are (发证日期, 总产值 …):
 * the indicators that they can be, and what must stand beside them.
 */
export interface SheetContextWords {
  /** Indicators that other columns of the sheet were taken for. */
  readonly keys: ReadonlySet<IndicatorKey>;
  /** Sheet name and lines above the table. */
  readonly title: string;
}

interface GeneralHeader {
  readonly headers: readonly string[];
  readonly candidates: readonly (readonly [IndicatorKey, (context: SheetContextWords) => boolean])[];
}

const beside =
  (...keys: readonly IndicatorKey[]) =>
  ({ keys: present }: SheetContextWords): boolean =>
    keys.some((key) => present.has(key));

const GENERAL: readonly GeneralHeader[] = [
  {
    headers: [
      '发证日期',
      '发证时间',
      '颁证日期',
      '证书日期',
      '证书颁发日期',
      '证书颁发时间',
      '颁发时间',
      '取得日期',
      '取得时间',
    ],
    candidates: [
      ['qualificationDate', beside('qualificationCategory', 'qualificationGrade')],
      ['healthCertDate', beside('healthCertType')],
      ['recognitionDate', beside('innovationPlatformTitle', 'enterpriseTitle', 'greenManufacturingLevel')],
    ],
  },
  {
    headers: ['入驻时间', '入驻年月', '入驻日'],
    candidates: [
      ['moveInDate', beside('movedIn', 'institutionType', 'depositsNewlyIncluded')],
      ['hqEventDate', beside('isHeadquarters', 'clusterOutput')],
    ],
  },
  {
    headers: ['无失信', '信用状况', '失信情况'],
    candidates: [['noBadCredit', beside('bidBond', 'tenderAmount', 'isGovernmentProject')]],
  },
  {
    headers: ['利息', '利息支出', '贷款利息', '贷款利息支出'],
    candidates: [
      ['startupLoanInterest', beside('startupLoanPrincipal', 'startupLoanAmount', 'personType')],
      ['relendingInterest', beside('relendingInterestApproved')],
      ['innovationLoanInterest', beside('innovationLoanInterestApproved')],
    ],
  },
  {
    headers: ['排名', '名次', '位次', '组内排名', '排位'],
    candidates: [
      ['outputRank', beside('grossOutput')],
      ['exportRank', beside('exportUsd')],
      ['turnoverIncrementRank', beside('turnover')],
    ],
  },
  {
    headers: ['称号', '荣誉称号', '资质荣誉', '获得称号'],
    candidates: [
      ['innovationPlatformTitle', beside('innovationPlatformLevel')],
      ['enterpriseTitle', beside('isPrivate', 'isSme')],
    ],
  },
  {
    headers: ['级别', '认定级别', '等级'],
    candidates: [
      ['innovationPlatformLevel', beside('innovationPlatformTitle')],
      ['qualificationGrade', beside('qualificationCategory')],
      ['agriLeaderLevel', beside('plantedArea', 'agriCertified', 'cropType')],
    ],
  },
  {
    headers: ['缴费基数', '社保缴费基数'],
    candidates: [
      ['pensionBase', () => false],
      ['unemploymentBase', () => false],
      ['injuryBase', () => false],
    ],
  },
  {
    headers: ['租金', '房租', '租金支出'],
    candidates: [
      ['officeRent', beside('officeArea', 'officePurchasePrice', 'hqPremisesMode')],
      ['cultureRent', beside('parkTitleLevel')],
      ['rentRelief', beside('operatorType')],
    ],
  },
  {
    headers: ['名称', '企业', '单位', '公司', '公司名称', '名单', '企业名单'],
    candidates: [['enterpriseName', () => true]],
  },
];

const BY_NAME: ReadonlyMap<string, GeneralHeader> = new Map(
  GENERAL.flatMap((general) =>
    general.headers.map((header): [string, GeneralHeader] => [nameKey(header), general]),
  ),
);

/** What a general header can be: the one that the sheet bears out, or all of them; undefined for any other header. */
export function generalMeaning(
  name: string,
  context: SheetContextWords,
): { readonly key: IndicatorKey | null; readonly candidates: readonly IndicatorKey[] } | undefined {
  const general = BY_NAME.get(nameKey(name));
  if (general === undefined) return undefined;
  const free = general.candidates.filter(([key]) => !context.keys.has(key));
  const borneOut = free.filter(([, when]) => when(context)).map(([key]) => key);
  return { key: borneOut.length === 1 ? (borneOut[0] ?? null) : null, candidates: free.map(([key]) => key) };
}

/** 产值 and 总产值 mean a construction firm's output where the sheet is about construction and nothing else. */
export function inConstructionSheet(key: IndicatorKey, name: string, title: string): boolean {
  return (
    key.startsWith('grossOutput') &&
    !name.includes('工业') &&
    title.includes('建筑') &&
    !title.includes('工业')
  );
}
