import { existsSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** An element of the manifest, with its name as written (`bt:String`). */
export class XmlElement {
  readonly children: XmlElement[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  /** An empty text where the element has no such attribute. */
  at(attribute: string): string {
    return this.attributes[attribute] ?? '';
  }

  childNames(): string[] {
    return this.children.map(({ name }) => name);
  }

  /** Everything below the element, in document order. */
  descendants(): XmlElement[] {
    return this.children.flatMap((child) => [child, ...child.descendants()]);
  }
}

export function parseXml(text: string): XmlElement {
  const top = new XmlElement('', {});
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = new XmlElement(name, attributes);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('no element');
  return root;
}

/** What stands in the manifest in Chinese and, as far as it does, in English. */
export function languages(element: XmlElement): string[] {
  return [element.at('DefaultValue'), ...element.children.map((child) => child.at('Value'))];
}

/** An element with a default and one form for en-US, written as its place wants it. */
export function isBilingual({ name, children }: XmlElement): boolean {
  const [only, ...rest] = children;
  const override = name.startsWith('bt:') ? 'bt:Override' : 'Override';
  return only?.name === override && only.at('Locale') === 'en-US' && rest.length === 0;
}

const KINDS: Readonly<Record<string, string>> = {
  'bt:Image': 'bt:Image',
  Runtime: 'bt:Url',
  FunctionFile: 'bt:Url',
  SourceLocation: 'bt:Url',
  LearnMoreUrl: 'bt:Url',
};

/** The kind of resource that an element's resid must lead to. */
export const resourceKind = ({ name }: XmlElement): string => KINDS[name] ?? 'bt:String';

/** Whether `names` stand in the order of `order`, each of which may be absent. */
export function inOrder(names: readonly string[], order: readonly string[]): boolean {
  const places = names.map((name) => order.indexOf(name));
  return places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
}

/** `32x32`, from the header of a PNG file. */
export function pixels(file: string): string {
  if (!existsSync(file)) return `no file ${file}`;
  const bytes = readFileSync(file);
  const isPng = bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  return isPng ? `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}` : 'no PNG';
}
