import type { Bilingual } from '../rules';

/** Errors of the engine's interface: what is wrong, what there is instead. A closed list of codes. */
export type EngineErrorCode =
  | 'unknownFigure'
  | 'unknownReading'
  | 'unknownOption'
  | 'unknownParameter'
  | 'unknownClause'
  | 'unknownIndicator'
  | 'badLiteral'
  | 'badDate'
  | 'badInput';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: EngineErrorCode,
    readonly text: Bilingual,
    /** What exists where something unknown was named. */
    readonly known: readonly string[] = [],
  ) {
    super(text.en);
  }
}

const NAMED: Readonly<Record<Extract<EngineErrorCode, `unknown${string}`>, Bilingual>> = {
  unknownFigure: { zh: '数字', en: 'figure' },
  unknownReading: { zh: '读法', en: 'reading' },
  unknownOption: { zh: '选项', en: 'option' },
  unknownParameter: { zh: '参数', en: 'parameter' },
  unknownClause: { zh: '条款', en: 'clause' },
  unknownIndicator: { zh: '指标', en: 'indicator' },
};

/** Something was named that `where` has not: says what it has. */
export function unknownName(
  code: keyof typeof NAMED,
  name: string,
  where: string,
  known: readonly string[],
): EngineError {
  const what = NAMED[code];
  const shown = known.length <= LISTED ? known : known.slice(0, LISTED);
  const rest = known.length - shown.length;
  return new EngineError(
    code,
    {
      zh: `${where} 没有${what.zh}“${name}”；有：${shown.join('、') || '无'}${rest === 0 ? '' : ` 等 ${known.length} 个`}。`,
      en: `${where} has no ${what.en} “${name}”; it has ${shown.join(', ') || 'none'}${rest === 0 ? '' : ` and ${rest} more`}.`,
    },
    known,
  );
}

/** So many names fit a message; all of them stand in `known`. */
const LISTED = 12;
