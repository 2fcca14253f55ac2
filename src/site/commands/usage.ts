import type { Bilingual, Lang } from '../../rules';

interface Usage {
  /** What the command does, in a line. */
  readonly purpose: Bilingual;
  readonly example: string;
  /** Options with what they take, and what that means. */
  readonly options: readonly (readonly [option: string, meaning: Bilingual])[];
}

const BASE: readonly [string, Bilingual] = [
  '--base <https://…>',
  {
    zh: '加载项将来的地址，清单里的网址都指向它',
    en: 'where the add-in will be found; the manifest points there',
  },
];
const EDITION: Usage['options'] = [
  [
    '--id <GUID|random>',
    {
      zh: '清单的编号；同一台 Excel 上要装两套时换一个',
      en: 'id of the manifest; another one for a second edition',
    },
  ],
  [
    '--office <self|cdn|china>',
    {
      zh: 'office.js 从哪里来：随加载项（默认）、微软 CDN、世纪互联',
      en: 'where office.js comes from: with the add-in (default), Microsoft’s CDN, 21Vianet',
    },
  ],
];
const LANG: readonly [string, Bilingual] = [
  '--lang <zh|en>',
  { zh: '提示的语言；默认随系统', en: 'language of the messages; the system’s by default' },
];

/** What each command of the site accepts. */
export const USAGES = {
  start: {
    purpose: {
      zh: '测算示例工作簿，然后在本机浏览器里打开工作台（不需要 Excel）。',
      en: 'Evaluates the sample workbook, then opens the workbench in a browser of this machine (no Excel needed).',
    },
    example: 'npm start -- --port 8080',
    options: [
      [
        '--port <1–65535>',
        { zh: '端口；默认 3000，被占用时用下一个', en: 'port; 3000 by default, the next one if taken' },
      ],
      ['--no-open', { zh: '不打开浏览器', en: 'open no browser' }],
      LANG,
    ],
  },
  serve: {
    purpose: {
      zh: '生成加载项并以 https 提供给内网的 Excel；加 --dev-cert 只供本机试用。',
      en: 'Builds the add-in and serves it over https to the Excels of an intranet; with --dev-cert to this machine only.',
    },
    example: 'npm run serve -- --base https://intranet.example/subsidy --cert site.crt --key site.key',
    options: [
      BASE,
      ['--cert <PEM> --key <PEM>', { zh: '证书和私钥文件', en: 'certificate and private key' }],
      ['--pfx <PFX>', { zh: '或者用 .pfx 文件', en: 'or a .pfx file' }],
      [
        '--passphrase-file <文件 file>',
        { zh: '私钥的口令，取文件第一行', en: 'passphrase of the key: the first line of the file' },
      ],
      [
        '--dev-cert',
        {
          zh: '用本机的开发证书，地址为 https://localhost:3000',
          en: 'a development certificate of this machine, at https://localhost:3000',
        },
      ],
      [
        '--host <地址 address>',
        {
          zh: '监听的地址；默认 0.0.0.0，--dev-cert 时为 127.0.0.1',
          en: 'address to listen on; 0.0.0.0, with --dev-cert 127.0.0.1',
        },
      ],
      [
        '--port <1–65535>',
        {
          zh: '监听的端口；默认随 --base，即 443',
          en: 'port to listen on; that of --base by default, else 443',
        },
      ],
      ...EDITION,
      LANG,
    ],
  },
  release: {
    purpose: {
      zh: '生成加载项，打成 IIS 或 nginx 用的压缩包并附校验和。',
      en: 'Builds the add-in and packs it for IIS or nginx, with a checksum.',
    },
    example: 'npm run release -- --base https://intranet.example/subsidy',
    options: [
      BASE,
      [
        '--out <文件 file.zip>',
        { zh: '写到哪里；默认 out/ 下', en: 'where to write it; in out/ by default' },
      ],
      ...EDITION,
      LANG,
    ],
  },
} as const satisfies Readonly<Record<string, Usage>>;

/** The whole usage of a command, a line an option. */
export function usageText(command: keyof typeof USAGES, lang: Lang): string {
  const { purpose, example, options }: Usage = USAGES[command];
  const lines = options.map(([option, meaning]) => `  ${option}\n      ${meaning[lang]}`);
  const [instance, all] = lang === 'zh' ? ['例如：', '选项：'] : ['For example:', 'Options:'];
  return [purpose[lang], '', instance, `  ${example}`, '', all, ...lines].join('\n');
}

/** Whether the command line asks for it. */
export function asksForUsage(argv: readonly string[]): boolean {
  return argv.some((argument) => argument === '--help' || argument === '-h');
}
