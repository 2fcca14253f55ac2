import type { Lang } from '../rules';

/** What `subsidy` prints when it is asked for help, or called wrongly. */
export const USAGE: Readonly<Record<Lang, string>> = {
  zh: `用法：
  subsidy evaluate <in.xlsx> [选项]      按政策测算工作簿，可写出带批注列的副本
      --policy ID        只用这个政策（可多次；默认全部）
      --sheet 名称       只看这张表（可多次；默认所有像企业表的表）
      --out FILE.xlsx    写出带批注列、明细、汇总的副本（可以就是输入文件）
      --json FILE        写出完整结果（- 表示标准输出）
      --scenario FILE    情景：改数字、换读法、给核定额（JSON）
      --map FILE         更正列的含义（JSON）
      --as-of 日期       按此日期判断有效期（默认用年度列或政策年度）
      --group-by 表头    合计另按此列分组
  subsidy map <in.xlsx> [--sheet 名称] [--map FILE] [--json]
                                         每一列被当作什么、单位、理由，还剩什么
  subsidy cases <cases.jsonl> [--json]   逐条计算单个案例，与其期望值比较
  subsidy rules list [--json]            列出政策与条款
  subsidy rules show <条款>              看一条规则：条件、数字、读法、说明
  subsidy rules check [目录] [--json]    检查规则，列出全部问题
  subsidy rules test [目录]              运行规则自带的示例
  subsidy rules new <新id> --from <旧id> 以旧政策为底稿开始新政策
  subsidy rules diff <a> <b>             两个政策逐条逐数比较
  subsidy demo [--out FILE.xlsx]         测算自带样本
  subsidy --help | --version
各命令都可加 --rules 目录（默认自带规则）和 --lang zh|en（默认 zh）。
退出码：0 完成，1 输入不能用（原因见标准错误），2 用法不对
格式与示例：docs/commands.zh-CN.md
`,
  en: `Usage:
  subsidy evaluate <in.xlsx> [options]   evaluate a workbook; optionally write an annotated copy
      --policy ID        only this policy (repeatable; default: all)
      --sheet NAME       only this sheet (repeatable; default: every sheet that reads as a table of enterprises)
      --out FILE.xlsx    write a copy with annotation columns, detail and summary sheets (may be the input itself)
      --json FILE        write the whole result (- for standard output)
      --scenario FILE    scenario: other figures, readings, approved amounts (JSON)
      --map FILE         corrections of what columns mean (JSON)
      --as-of DATE       what is in force on that date (default: the year column, or the policy's year)
      --group-by HEADER  totals by this column, too
  subsidy map <in.xlsx> [--sheet NAME] [--map FILE] [--json]
                                         what each column was taken for, its unit, why, and what is left over
  subsidy cases <cases.jsonl> [--json]   evaluate single cases and compare them with what they expect
  subsidy rules list [--json]            list policies and clauses
  subsidy rules show <clause>            one rule: conditions, figures, readings, notes
  subsidy rules check [DIR] [--json]     check rules and list every problem
  subsidy rules test [DIR]               run the rules' own examples
  subsidy rules new <id> --from <id>     start a new policy from an old one
  subsidy rules diff <a> <b>             compare two policies clause by clause, figure by figure
  subsidy demo [--out FILE.xlsx]         evaluate the bundled sample
  subsidy --help | --version
Every command takes --rules DIR (default: the bundled rules) and --lang zh|en (default: zh).
Exit status: 0 done, 1 the input could not be used (reason on stderr), 2 wrong usage
Formats and examples: docs/commands.md
`,
};
