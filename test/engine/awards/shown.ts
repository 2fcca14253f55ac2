import type { Award } from '../../../src/engine/awards/award';
import { shown } from '../evaluates';
import type { Fraction } from '../../../src/engine/values/fraction';

/** An award as a test would write it: `300000 under 200000`, `none`, `open up to 500000`, `missing a`. */
export function award(value: Award): string {
  switch (value.kind) {
    case 'payment':
      return value.cap === null ? text(value.uncapped) : `${text(value.uncapped)} under ${text(value.cap)}`;
    case 'none':
      return 'none';
    case 'unknown':
      return `missing ${value.missing.join(', ')}`;
    case 'open':
      return value.bound === null ? 'open' : `open up to ${shown(value.bound)}`;
  }
}

const text = ({ num, den }: Fraction): string =>
  den.eq(1) ? num.toFixed() : `${num.toFixed()}/${den.toFixed()}`;
