import { squash } from './fold';
import type { CreditCodeProblem } from './findings';

/**
 * Unified social credit codes (GB 32100-2015): eighteen characters, the last a check character
 * over the others, weighted by powers of 3 modulo 31.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Upper case, half-width, without blanks: the identity by which rows are joined. */
export function creditCodeKey(text: string): string {
  return squash(text).toUpperCase();
}

/** What is wrong with a code; null for a valid one. */
export function creditCodeProblem(code: string): CreditCodeProblem | null {
  if (code.length !== 18) return 'length';
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    const value = ALPHABET.indexOf(code.charAt(at));
    if (value < 0) return 'character';
    sum += value * (WEIGHTS[at] ?? 0);
  }
  const check = ALPHABET.indexOf(code.charAt(17));
  if (check < 0) return 'character';
  return check === (31 - (sum % 31)) % 31 ? null : 'checkDigit';
}
