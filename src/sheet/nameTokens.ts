import { fold } from './fold';

/**
 * Names cut into words that mean something, so that two spellings of one thing can be compared:
 * 单位/企业, 去年/上年, 时间/日期 … count as the same word, 是否 and 情况 as none.
 */

/** Words that say the same in a header; the first stands for all. */
const SYNONYMS: readonly (readonly string[])[] = `
  企业 单位 公司 法人单位 法人企业 商户 市场主体 主体 厂商 经营者
  名称 全称 名字 名
  代码 编码 识别号 号码 码
  额 金额 总额 数额 总金额
  数 数量 个数 总数 家数 户数 企业数 户
  日期 时间 年月 时点 日
  开始 起始 起
  结束 截止 终止 止
  类型 类别 种类 分类 类 性质
  级别 等级 层级 级
  排名 名次 位次 排位 排序 位
  率 比例 占比 比率 比重 占 比
  本年 当年 本年度 今年 年内 年度 全年 本期 年
  上年 去年 上年度 上一年度 上一年 同期 上年同期 上期
  前年 上上年 前两年
  增速 增长率 增幅 同比增长 增长 同比
  认定 评定 获评 授予 颁发 认证
  租金 房租 租赁费 租费
  减免 免收 减收 免除 减 免
  购置 购买 采购 购入 购
  费 费用 支出 开支 花费
  职工 员工 从业人员 雇员 在职人员 用工
  人数 人员数 人员数量
  营业收入 营收
  楼宇 写字楼 大厦 商务楼
  贷款 借款
  产值 产出 生产总值
  销售额 销售金额 销售总额
  投资 投入
  技改 技术改造
  出口 外销
  网络 线上 网上 电商
  规模以上 规上
  限额以上 限上
  中小微 中小微型
  民营 私营 非公有制 非公
  奖补 补助 补贴 奖励 资助
  战略性新兴产业 战略性新兴 战略新兴 战新
  入驻 进驻
  占地 用地
  裁员 减员
  参保 投保
  建筑面积 建面
  审核 审查 审定 核定
  合同 协议
  迁出 搬离 迁离
  注册 登记
  新增 新 新建
  标的 标的额
  到位 到账
  内资 省外资金
  外资 外商
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

function listed(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** Words kept whole, so that their parts are not taken for something else. */
const WHOLE: readonly string[] = listed(`
  小规模纳税人 纳税人 创新 新能源 新三板 新冠 新产品 高新 更新 新型 上级 参数 年末 年初
  上年末 无失信 失信 无公害 工业 农业 建筑业 统一社会信用 主营业务 固定资产 社会 信用 金融
  机构 进出口 进口 跨境 平台 海外仓 企业家 公积金 养老 工伤 失业 医疗 保险 基数 滞纳金 利息
  本金 余额 存款 债券 融资租赁 租赁 自建 面积 磷石膏 商品房 商品 零售 批发 住宿 餐饮 营业额
  收入 税额 增值税 个人所得税 购置税 计划 预计 目标 预算 平均 人均 户均 单户 历史 最高 增量
  增加额 创新平台 称号 榜单 民企 示范 试点 改造 施工 技改 信息化 数字化 项目 实际 完成 累计
  总 市级 省级 国家级 区级 国家 证书 资质 品种 研发 算力 设备 疫情 生产 安全
`);

/** Words without weight. */
const EMPTY: ReadonlySet<string> = new Set(
  listed(`
  是否 是否为 属 属于 所属 有 是 所 行为 有无 情况 的 及 和 与 或 等 之 了 为 者 其中
`),
);

/** Words that change what is meant: a name without one is never the same as a name with it. */
const DECISIVE: ReadonlySet<string> = new Set(
  listed(`
  本年 上年末 年末 年初 完成 实际 总 额 量 新增 市 奖补 行业 产业 产业链 自营 总投资 上年
  前年 历史 最高 计划 预计 目标 预算 平均 人均 户均 单户 增速 增量 增加额 率 排名 国家
  国家级 省级 市级 区级 内资 外资 进口 出口 进出口 存款 贷款 本金 利息 余额 基数 养老 工伤
  失业 医疗 公积金 开始 结束 迁出 注册 批发 零售 住宿 餐饮 面积 日期 级别 类型 名称 代码
  数 人数 购置 租金 租赁 工业 建筑业 农业 零 非 无 未 不 原 购置税 增值税 个人所得税 称号
  榜单 审核 项目 证书 资质 减免 网络 跨境 平台 商品房 投资 研发 设备 技改 信息化 数字化
  裁员 职工 参保 滞纳金 债券 合同 改造 海外仓 民企 示范 试点 营业额 收入 产值 销售额
  主营业务 电话 编号 账号 地址 备注 联系 代表 负责
`),
);

const CONCEPT_OF: ReadonlyMap<string, string> = new Map([
  ...[...DECISIVE, ...WHOLE].map((word): [string, string] => [word, word]),
  ...SYNONYMS.flatMap((words) => words.map((word): [string, string] => [word, words[0] ?? word])),
  ...[...EMPTY].map((word): [string, string] => [word, '']),
]);
const LONGEST = Math.max(...[...CONCEPT_OF.keys()].map((word) => word.length));

/** The words of a name, in order, each as the word that stands for its like; longest words first. */
export function nameTokens(name: string): readonly string[] {
  const text = fold(name).toLowerCase();
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const latin = /^[a-z0-9%&+.]+/.exec(text.slice(at))?.[0];
    const length = latin?.length ?? knownLength(text, at);
    const word = text.slice(at, at + length);
    const token = latin === undefined ? (CONCEPT_OF.get(word) ?? word) : englishStem(latin);
    if (/[\p{L}\p{N}%]/u.test(token)) tokens.push(token);
    at += length;
  }
  return tokens;
}

function knownLength(text: string, at: number): number {
  for (let length = Math.min(LONGEST, text.length - at); length > 1; length--) {
    if (CONCEPT_OF.has(text.slice(at, at + length))) return length;
  }
  return 1;
}

const ENGLISH_EMPTY: ReadonlySet<string> = new Set(
  listed(`
  of the in a an and for to is by on no. no
`),
);

function englishStem(word: string): string {
  if (ENGLISH_EMPTY.has(word)) return '';
  return word.length > 3 ? word.replace(/(?:ies|es|s)$/, '') : word;
}

/** Whether the word decides what is meant. */
export function isDecisive(token: string): boolean {
  return DECISIVE.has(token);
}

/** Words of a name that headers leave out without meaning anything else. */
const SOFT: ReadonlySet<string> = new Set(
  listed(`
  企业 社会 统一 商品 年度 总数 楼宇 办公 用房 合计 当 末 人 员 类 详细 款 等
`),
);

export function isSoft(token: string): boolean {
  return SOFT.has(token);
}
