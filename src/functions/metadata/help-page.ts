import type { FunctionMetadata, FunctionsMetadata, ParameterMetadata } from './metadata';
import type { Lang } from '../../rules';

const WORDS: Readonly<Record<Lang, Readonly<Record<'title' | 'intro', string>>>> = {
  zh: {
    title: '补贴政策测算：函数',
    intro:
      '每个参数可以是一个单元格或一列；引用一列时结果自动向下填充。符合条件给金额，不符合给 0；缺数据、仅有上限或条文未定金额给 #N/A，数据不能用给 #VALUE!，光标停在错误上可看原因。函数只由参数决定结果，从不改动单元格。',
  },
  en: {
    title: 'Subsidy Rules: functions',
    intro:
      'Each argument is a cell or a column; for columns the results spill. Who qualifies gets the amount, who does not 0; missing data, mere upper bounds and amounts that the text leaves open give #N/A, unusable data #VALUE!, with the reason beside the error. Results depend on the arguments alone; no function changes a cell.',
  },
};

/** One page without scripts: every function with its arguments, in Chinese and then in English. */
export function helpPage(metadata: Readonly<Record<Lang, FunctionsMetadata>>): string {
  const languages: readonly Lang[] = ['zh', 'en'];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${WORDS.zh.title}</title>
<style>${STYLE}</style>
</head>
<body>
<p><a href="#zh">中文</a> <a href="#en">English</a></p>
${languages.map((lang) => section(metadata[lang], lang)).join('\n')}
</body>
</html>
`;
}

const STYLE =
  'body{font:15px/1.6 system-ui,"Microsoft YaHei",sans-serif;max-width:52em;margin:2em auto;padding:0 1em;' +
  'color:#222;background:#fff}h3{margin:1.6em 0 .2em;font-size:1em;font-family:Consolas,monospace}' +
  'p{margin:.2em 0}dl{margin:.3em 0 0 1.2em;display:grid;grid-template-columns:max-content 1fr;gap:0 1em}' +
  'dt{font-family:Consolas,monospace}dd{margin:0;color:#555}';

function section({ functions }: FunctionsMetadata, lang: Lang): string {
  const { title, intro } = WORDS[lang];
  const entries = functions.map((each) => entry(each, lang)).join('\n');
  return `<section id="${lang}" lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<h1>${escaped(title)}</h1>
<p>${escaped(intro)}</p>
${entries}
</section>`;
}

function entry({ name, description, parameters }: FunctionMetadata, lang: Lang): string {
  const names = parameters.map((parameter) => shownName(parameter)).join(', ');
  const lines = parameters.map(
    (parameter) => `<dt>${escaped(shownName(parameter))}</dt><dd>${escaped(parameter.description)}</dd>`,
  );
  return `<h3 id="${lang}-${name}">POLICY.${name}(${escaped(names)})</h3>
<p>${escaped(description)}</p>
<dl>${lines.join('')}</dl>`;
}

const shownName = ({ name, optional, repeating }: ParameterMetadata): string =>
  `${optional === true ? `[${name}]` : name}${repeating === true ? ' …' : ''}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
