import type { Bilingual } from '../rules';

/** Why the worker cannot do what it was asked: what is wrong and what to do, in both languages. */
export class EvaluationProblem extends Error {
  override readonly name = 'EvaluationProblem';

  constructor(
    readonly texts: Bilingual,
    cause?: unknown,
  ) {
    super(texts.en, { cause });
  }
}

/** Any error as texts for people; what is no problem of the user's is a defect of ours, and says so. */
export function problemTexts(error: unknown): Bilingual {
  if (error instanceof EvaluationProblem) return error.texts;
  if (isBilingualError(error)) return error.text;
  return defect(error instanceof Error ? error.message : String(error));
}

export function defect(what: string): Bilingual {
  return {
    zh: `测算程序内部出错：${what}。请再试一次；仍然不行时，请把这段文字发给我们。`,
    en: `The evaluation made a mistake: ${what}. Try again; if it stays, send us this text.`,
  };
}

/** Errors of the engine bring their text in both languages. */
function isBilingualError(error: unknown): error is { readonly text: Bilingual } {
  if (!(error instanceof Error) || !('text' in error)) return false;
  const { text } = error;
  return typeof text === 'object' && text !== null && 'zh' in text && 'en' in text;
}
