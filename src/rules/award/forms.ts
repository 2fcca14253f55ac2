import type { Report } from '../diagnostics';
import type { YamlNode } from '../yaml';
import type { Fields } from './field';

/** The forms an amount can take, told by the keys that only they have. */
export type LeafForm = 'fixed' | 'rate' | 'perUnit' | 'given' | 'lookup' | 'uplift' | 'firstGiven';

const OWN_KEYS: Readonly<Record<LeafForm, readonly string[]>> = {
  fixed: ['fixed'],
  rate: ['rate', 'bound'],
  perUnit: ['each', 'pays', 'units'],
  given: ['given'],
  lookup: ['lookup', 'in'],
  uplift: ['uplift', 'by', 'take'],
  firstGiven: ['firstGiven'],
};

const FORMS = Object.keys(OWN_KEYS) as LeafForm[];

/** The forms whose keys stand in a mapping. */
export const formsOf = (keys: Iterable<string>): LeafForm[] => {
  const present = new Set(keys);
  return FORMS.filter((form) => OWN_KEYS[form].some((key) => present.has(key)));
};

/** What a level hands down to the one below, which may choose another form. */
export function inherit(above: Fields, own: Fields): Fields {
  const forms = formsOf(own.keys());
  const dropped =
    forms.length === 0 ? [] : FORMS.filter((form) => !forms.includes(form)).flatMap((form) => OWN_KEYS[form]);
  return new Map([...above].filter(([key]) => !dropped.includes(key)).concat([...own]));
}

/** The one form of a leaf; none or several are reported. */
export function formOf(fields: Fields, node: YamlNode, report: Report): LeafForm | undefined {
  const forms = formsOf(fields.keys());
  const [form, second] = forms;
  if (form !== undefined && second === undefined) return form;
  const words =
    form === undefined
      ? {
          zh: '没有 fixed、rate、each、given、lookup 等键',
          en: 'there is no fixed, rate, each, given, lookup or the like',
        }
      : {
          zh: `同时写了 ${forms.join('、')} 几种形式的键`,
          en: `keys of several forms stand together: ${forms.join(', ')}`,
        };
  report('award-form', { ...node.span, end: node.span.start + 1 }, words);
  return undefined;
}
