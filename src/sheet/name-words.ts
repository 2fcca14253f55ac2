import { ENGLISH_SOFT } from './english-words';

/**
 * What the words of indicator names and headers do: which say the same, which stay whole, which say
 * nothing, and which may be added to a name or left out of it without changing what it means.
 */

/** Shorter and longer ways to write one thing, settled before a text is cut into words. */
export const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/固投/g, '固定资产投资'],
  [/网销/g, '网络销售'],
  [/食安(?=事故)/g, '食品安全'],
  [/融租/g, '融资租赁'],
  [/(?:裁减|精减|精简)人员/g, '裁员'],
  [/买(?=设备|房|楼|办公|车)/g, '购置'],
  [/(?:截至|截止)?(?:(?:本年|当年)|(?<!年))12月31日/g, '年末'],
  [/(?:截至|截止)?(?:上年|去年)12月31日/g, '上年末'],
  [/(?<![是与可])否$/g, ''],
  [/营业总收入|营业收入总额|营业收入额/g, '营业收入'],
  [/总金额|总额|(?<!生产)总值|总价款|(?<![租证本奖纳]|(?<!投)资)金额|数额/g, '额'],
  [/缴纳|交纳/g, '缴'],
  [/应[交纳]/g, '应缴'],
  [/社保(?=职工|参保|缴费|人数)/g, '社会保险'],
  [/基本(?=养老|医疗)/g, ''],
  [/职工(?=养老|医疗|失业|工伤)/g, ''],
  [/(养老|失业|工伤|医疗)险/g, '$1保险'],
  [/(合计|上年|去年|前年|累计|额)数/g, '$1'],
  [/没有/g, '无'],
  [/费费/g, '费'],
  [/费用?(?:支出|开支)/g, '费'],
  [/保险费(?=缴费)/g, '保险'],
  [/价款|款项|数目/g, '额'],
  [/偷(?:逃|税)?[逃漏]?税款?|逃(?:漏|税漏)?税款?|漏税/g, '偷漏税'],
  [/发行债券|债券发行|发债/g, '债券'],
  [/换房(?!屋)/g, '换购住房'],
  [/(?<!人)个税/g, '个人所得税'],
  [/新?纳统(?=存款|贷款)/g, '新纳入'],
  [/生产经营/g, '经营'],
  [/暂时性/g, '暂时'],
  [/楼内/g, '楼宇内'],
  [/综服/g, '综合服务'],
  [/(?<![其])实缴/g, '实际缴'],
  [/已售/g, '销售'],
  [/新品/g, '新产品'],
  [/文化创意/g, '文创'],
  [/财会/g, '财务会计'],
  [/办公场[地所]/g, '办公用房'],
  [/房屋(?=租金)/g, ''],
  [/租用/g, '租赁'],
  [/可供?(?:租赁|出租|招租)/g, '可租'],
  [/可供(?=经营)/g, '可'],
  [/园区?内(?=入驻|企业)/g, '园区'],
  [/创新企业(?=贷款|债券|融资)/g, '创新型企业'],
  [/亩数/g, '面积'],
  [/吨数/g, '量'],
  [/不含增值税|除税|未税/g, '不含税'],
  [/(?<!不)含增值税/g, '含税'],
  [/以前年度|以往年度|历年|往年/g, '历史'],
  [/(?:消纳|综合)利用/g, '利用'],
  [/所?占比(?:例|率|重)|所占/g, '占比'],
];

/** Words that say the same in a header; the first stands for all. */
const SYNONYMS: readonly (readonly string[])[] = `
  企业 单位 公司 法人单位 法人企业 商户 市场主体 主体 厂商 经营者
  名称 全称 全名 名字 名 详细名称
  代码 编码 识别号 号码 码 代码证号 证号
  数 数量 个数 总数 家数 户数 企业数 户 企业数量 企业户数 企业家数 企业个数
  日期 时间 年月 时点 日 月份
  开始 起始 起 开始日
  结束 截止 终止 止
  类型 类别 种类 分类 品类 类 性质
  级别 等级 层级 级
  排名 名次 位次 排位 排序 位 位次排名
  率 比例 占比 比率 比重 占 比
  本年 当年 本年度 今年 年内 年度 全年 本期 年
  上年 去年 上年度 上一年度 上一年 同期 上年同期 上期 去年同期 上年同期累计 基期
  上年末 去年末 上年年末 去年年末 上年底 去年底
  年末 年底 期末 本年末 当年末
  前年 上上年 前两年 上两年 前年度 前年同期
  增速 增长率 增幅 同比增长 增长 同比 增长幅度 增减幅度 同比增幅 同比增速
  认定 评定 获评 授予 颁发 认证 获批 发证 颁证 取证
  租金 房租 租赁费 租费 租金费
  减免 免收 减收 免除 减 免
  购置 购买 采购 购入 购 添置
  费 费用 支出 开支 花费
  落地 落户
  既有 原有 存量 现有
  兑付 兑现 拨付 发放
  核算 测算 计算
  组内 本组 同组
  本市 市内 我市
  评估 评价 考评 测评
  方式 模式 途径
  孵化载体 孵化器 众创空间 孵化基地
  最高 最大 峰值 最高值 最大值
  利息 付息
  职工 员工 从业人员 雇员 在职人员 用工 在职职工 在岗职工
  人数 人员数 人员数量 总人数
  营业收入 营收
  楼宇 写字楼 大厦 商务楼
  贷款 借款
  产值 产出 生产总值
  销售额 销售总额额 销售额额
  投资 投入
  技改 技术改造
  出口 外销
  网络 线上 在线 网上 电商 互联网 电子商务
  规模以上 规上
  限额以上 限上
  中小微 中小微型
  民营 私营 非公有制 非公 民企
  奖补 补助 补贴 奖励 资助
  战略性新兴产业 战略性新兴 战略新兴 战新
  入驻 进驻
  占地 用地
  裁员 减员 裁减
  参保 投保 在保
  额度 限额
  取得 获取 获得 获
  结果 结论
  建筑面积 建面
  审核 审查 审定 核定
  合同 协议
  迁出 搬离 迁离
  注册 登记 登记注册 注册登记
  新增 新 新建
  标的 标的额
  到位 到账
  内资 省外资金 国内资金
  外资 外商
  本区 我区 区内 本辖区 辖区内
  引入 引进
  入选 入围 列入
  升规 上规 入规 纳规 达规 纳统 入统 入库 纳限 升限 升规入库 升规纳限 升规纳统
  各项 各类 各种
  交易 成交
  研发 研究开发 研究与开发
  合格 达标
  要求 规定
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

function listed(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** Words kept whole, so that their parts are not taken for something else. */
const WHOLE: readonly string[] = listed(`
  小规模纳税人 纳税人 创新 新能源 新三板 新冠 新产品 高新 更新 更名 新型 上级 参数 年初 总投资 总部
  上年末 无失信 失信 无公害 工业 农业 建筑业 统一社会信用 主营业务 固定资产 社会 信用 金融
  机构 进出口 进口 跨境 平台 海外仓 企业家 公积金 养老 工伤 失业 医疗 保险 基数 滞纳金 利息
  本金 余额 存款 债券 融资租赁 租赁 自建 面积 磷石膏 商品房 商品 零售 批发 住宿 餐饮 营业额
  收入 税额 增值税 个人所得税 购置税 计划 预计 目标 预算 平均 人均 户均 单户 历史 最高 增量
  增加额 创新平台 称号 榜单 示范 试点 改造 施工 信息化 数字化 项目 实际 完成 累计 合计 总 额 量
  市级 省级 国家级 区级 国家 证书 资质 品种 算力 设备 疫情 生产 安全 行业 产业 产业链 自营 市
  规模 偷漏税 零 非 无 未 不 原 电话 编号 账号 地址 备注 联系 代表 负责 资金 款 通过 全部 各项 纳入
  具体 有关 验收 业务 发生 存在 母公司 子公司 分公司 公司制 单位面积 单位产品 企业存款 单位存款 个人存款 企业贷款 个人贷款
  住户存款 住户贷款
`);

/** Words without weight. */
const EMPTY: ReadonlySet<string> = new Set(
  listed(`
  是否 是否为 是否属 是否属于 属 属于 所属 有 是 所 行为 有无 情况 的 及 和 与 或 等 之 了 为 者 其中
  标识 标志 与否 水平 实现 被 经 由 在 都 均 皆 过 仍 栋 幢 享受 开展 进行 具有 具备
`),
);

/** The word that stands for a word and its like; an empty text for words without weight. */
export const CONCEPT_OF: ReadonlyMap<string, string> = new Map([
  ...WHOLE.map((word): [string, string] => [word, word]),
  ...SYNONYMS.flatMap((words) => words.map((word): [string, string] => [word, words[0] ?? word])),
  ...[...EMPTY].map((word): [string, string] => [word, '']),
]);

/** Words that headers add to a name or leave out without meaning anything else. */
const SOFT: ReadonlySet<string> = new Set(
  listed(`
  企业 社会 统一 商品 楼宇 办公 用房 合计 当 末 类 业 性 详细 等 发生 存在
  总 累计 实际 全部 各项 取得 具体 有关 项目
`),
);

/** Words that only repeat of what kind a figure is: 额 of an amount, 数 of a count, 日期 of a date; 费 is one's own: 出口费用 are no exports, 研发 alone may be people. */
const OF_KIND: Readonly<Record<string, ReadonlySet<string>>> = {
  money: new Set(['额', '资金', '款']),
  count: new Set(['数', '人数', '量', '人', '员']),
  mass: new Set(['量', '数']),
  date: new Set(['日期']),
  boolean: new Set(['认定', '审核', '通过', '结果', '验收', '合格']),
  category: new Set(['名称', '认定', '结果']),
  text: new Set(['名称']),
};
/** Types that a name without such a word still shows: 入驻 is no count of tenants and no date. */
const SHOWN_WITHOUT: ReadonlySet<string> = new Set(['money', 'boolean', 'category', 'text']);

/** Words that make another figure of any figure, wherever they stand. */
const CHANGING: ReadonlySet<string> = new Set(
  listed(`计划 预计 目标 预算 平均 人均 户均 上年 前年 上年末 年初 历史 最高 增速 增量 增加额 排名 合同
    planned target forecast budget average per prior growth rank highest historical`),
);

export function changes(word: string): boolean {
  return CHANGING.has(word);
}

/** Words that ask something else of an enterprise than the same question without them, or no question at all. */
const RESTRICTING: ReadonlySet<string> = new Set(
  listed(`零 非 无 未 不 曾 拟 欲 将 半 部分 其他 其它 首次 最近 近 连续 历次 申报 申请 上级 国家级 省级 市级 区级 县级 国家 省 市 全市 全省
    母公司 子公司 分公司 集团 股东 关联 境外 海外 外 家属 配偶 法人 代表 负责 联系 主管 委托 代 担保 租户 客户 供应商
    退出 注销 撤销 取消 到期 过期 复核 整改 处理 影响 原因 说明 材料 文件 文号 编号 证书 机构 部门 条件 标准
    数 额 率 日期 级别 类型 名称 代码 费 人 人数 次数 金额 起数 起 件 项 条 程度 情形 开始 结束 标志`),
);

/** Whether a word more makes another question of a yes/no question. */
export function restricts(word: string): boolean {
  return RESTRICTING.has(word) || CHANGING.has(word);
}

/** Words that only headers have: this year is meant where nothing else is said. */
const ADDED: ReadonlySet<string> = new Set(listed('本年 已 各 业务 年度 本区'));

/** In names of things these say whose name it is. */
const NAMED: ReadonlySet<string> = new Set(listed('企业 项目 楼宇 商品 enterprise'));

function isSoft(word: string, type: string): boolean {
  return (SOFT.has(word) || ENGLISH_SOFT.has(word)) && !(type === 'text' && NAMED.has(word));
}

/** Whether a header may have the word beyond a name of an indicator of this type. */
export function mayBeAdded(word: string, type: string): boolean {
  return isSoft(word, type) || OF_KIND[type]?.has(word) === true || (ADDED.has(word) && type !== 'date');
}

/** Whether a header may leave the word of such a name out. */
export function mayBeMissing(word: string, type: string): boolean {
  return isSoft(word, type) || (SHOWN_WITHOUT.has(type) && OF_KIND[type]?.has(word) === true);
}
