import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Indicator, Vocabulary } from '../../src/rules';

/** The real vocabulary, read by a few lines of our own until the rules room has a reader. */
interface RawIndicator extends Omit<Indicator, 'key' | 'values' | 'multiple' | 'aliases'> {
  aliases?: string[];
  multiple?: boolean;
  values?: Record<string, string[]>;
}

const raw = parse(readFileSync(path.join(__dirname, '../../rules/indicators.yaml'), 'utf8')) as {
  headerForms: Vocabulary['headerForms'];
  indicators: Record<string, RawIndicator>;
};

export const vocabulary: Vocabulary = {
  headerForms: raw.headerForms,
  indicators: new Map(
    Object.entries(raw.indicators).map(([key, { aliases = [], multiple = false, values = {}, ...rest }]) => [
      key,
      {
        ...rest,
        key,
        aliases,
        multiple,
        values: Object.entries(values).map(([name, synonyms]) => ({ name, synonyms })),
      },
    ]),
  ),
};
