import fc from 'fast-check';
import { creditCodeKey, creditCodeProblem } from '../../src/sheet';
import { creditCode } from './grid-of';

describe('unified social credit codes, GB 32100-2015', () => {
  it('accepts the standard’s own check characters', () => {
    // Codes of well-known public bodies.
    expect(creditCodeProblem('91350100M000100Y43')).toBeNull();
    expect(creditCodeProblem('11100000000013127D')).not.toBe('length');
  });

  it.each([
    ['91350100M000100Y4', 'length'],
    ['9153O112MAWC3J8486', 'character'],
    ['91350100M000100Y4I', 'character'],
    ['91350100M000100Y44', 'checkDigit'],
    ['91350100M000010Y43', 'checkDigit'],
  ])('%s has a wrong %s', (code, problem) => {
    expect(creditCodeProblem(code)).toBe(problem);
  });

  it('notices every single wrong character', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(
        fc.nat({ max: 9_999_999 }),
        fc.nat({ max: 17 }),
        fc.constantFrom(...alphabet),
        (number, at, character) => {
          const code = creditCode(number);
          fc.pre(code.charAt(at) !== character);
          expect(creditCodeProblem(code)).toBeNull();
          expect(creditCodeProblem(code.slice(0, at) + character + code.slice(at + 1))).toBe('checkDigit');
        },
      ),
    );
  });

  it('has one form for joining rows', () => {
    expect(creditCodeKey(' 91350100m000100y43\u3000')).toBe('91350100M000100Y43');
    expect(creditCodeKey('９１350100M000100Y43')).toBe('91350100M000100Y43');
  });
});
