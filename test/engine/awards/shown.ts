import type { Award } from '../../../src/engine/awards/award';
import { shown } from '../evaluates';

/** An award as a test would write it: `300000 under 200000`, `none`, `open up to 500000`, `missing a`. */
export function award(value: Award): string {
  switch (value.kind) {
    case 'payment':
      return value.cap === null
        ? shown(value.uncapped)
        : `${shown(value.uncapped)} under ${shown(value.cap)}`;
    case 'none':
      return 'none';
    case 'unknown':
      return `missing ${value.missing.join(', ')}`;
    case 'open':
      return value.bound === null ? 'open' : `open up to ${shown(value.bound)}`;
  }
}
