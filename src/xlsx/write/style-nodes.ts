/** Pieces of a stylesheet, compared by what they mean and not by how they are written. */
import { escapeAttribute } from '../xml-text';

/** An element of ours, or one of the file: both have this shape. */
export interface StyleNode {
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StyleNode[];
}

export function node(
  local: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly StyleNode[] = [],
): StyleNode {
  return {
    local,
    attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    children,
  };
}

export function serialise({ local, attributes, children }: StyleNode, prefix: string): string {
  const written = Array.from(attributes)
    .filter(([name]) => !name.includes(':') && name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  if (children.length === 0) return `<${prefix}${local}${written}/>`;
  return `<${prefix}${local}${written}>${children.map((inner) => serialise(inner, prefix)).join('')}</${prefix}${local}>`;
}

/** What an attribute means when it is not there. `apply…` only tell which of two equal formats a dialog shows. */
const DEFAULTS: Readonly<Record<string, string>> = {
  val: '1',
  pivotButton: '0',
  quotePrefix: '0',
  xfId: '0',
};

/** The same text for elements that mean the same. */
export function canonical({ local, attributes, children }: StyleNode): string {
  const meant = Array.from(attributes)
    .filter(
      ([name, value]) =>
        !name.startsWith('apply') &&
        !name.includes(':') &&
        name !== 'xmlns' &&
        DEFAULTS[name] !== (value === 'true' ? '1' : value === 'false' ? '0' : value),
    )
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  return `${local}(${meant.join(' ')})[${children.map(canonical).toSorted().join('')}]`;
}
