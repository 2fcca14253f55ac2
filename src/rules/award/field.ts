import { type Checked, checkValue, type Place, placeAt, type Scope } from '../check';
import { entryOf, type MapNode, type TextNode, type YamlNode } from '../yaml';
import { value as valueShape } from '../schema';

/**
 * A key of an award with its value. It is checked once, where it stands, however many tiers take it
 * over, so that its figures exist once.
 */
export class Field {
  readonly key: TextNode;
  readonly #node: YamlNode;
  readonly #place: Place;
  readonly #scope: Scope;
  #checked: Checked | undefined;
  #isChecked = false;
  #isUsed = false;

  constructor(entry: { readonly key: TextNode; readonly value: YamlNode }, where: Where, scope: Scope) {
    this.key = entry.key;
    this.#node = entry.value;
    const name = isTable(entry.value) && entry.key.value === 'fixed' ? 'table' : entry.key.value;
    this.#place = { ...placeAt(...where.path, name), options: where.options };
    this.#scope = scope;
  }

  /** What stands under the key. */
  get node(): YamlNode {
    this.#isUsed = true;
    return this.#node;
  }

  /** Whether any leaf has asked for it. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** The checked value; undefined where what stands there has the wrong shape. */
  get checked(): Checked | undefined {
    if (!this.#isChecked) {
      this.#isChecked = true;
      const raw = valueShape.read(this.node, this.#scope.report);
      this.#checked = raw && checkValue(raw, this.#scope, this.#place);
    }
    return this.#checked;
  }
}

/** Where an award node stands: what comes before the key in the ids of its figures. */
export interface Where {
  readonly path: readonly string[];
  readonly options: readonly string[];
}

export type Fields = ReadonlyMap<string, Field>;

const isTable = (node: YamlNode): node is MapNode =>
  node.kind === 'map' && entryOf(node, 'table') !== undefined;
