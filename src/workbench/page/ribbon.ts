/** The add-in's ribbon group, as its manifest describes it: what Excel would show, this page shows. */
import type { Bilingual } from '../../rules';

export interface RibbonButton {
  readonly id: string;
  readonly label: Bilingual;
  readonly tip: Bilingual;
  /** Addresses of its pictures by their size in pixels. */
  readonly icons: Readonly<Record<number, string>>;
  readonly action: { readonly kind: 'function'; readonly name: string } | { readonly kind: 'pane' };
}

export interface AddIn {
  readonly id: string;
  readonly group: Bilingual;
  readonly buttons: readonly RibbonButton[];
  /** The namespace of its functions. */
  readonly namespace: string;
}

/**
 * @param manifest the text of manifest.xml
 * @param local where the add-in is served here, whatever address the manifest was made for: `addin/`
 * @throws Error for a manifest without a ribbon group
 */
export function readAddIn(manifest: string, local: string): AddIn {
  const xml = new DOMParser().parseFromString(manifest, 'application/xml');
  const resources = new Resources(xml, local);
  const group = elements(xml, 'Group')[0];
  if (group === undefined) throw new Error('manifest.xml has no ribbon group');
  return {
    id: elements(xml, 'Id')[0]?.textContent.trim() ?? '',
    group: resources.text(labelOf(group)),
    buttons: elements(group, 'Control').map((control) => buttonOf(control, resources)),
    namespace: resources.text(elements(xml, 'Namespace')[0]?.getAttribute('resid') ?? '').en,
  };
}

function buttonOf(control: Element, resources: Resources): RibbonButton {
  const action = elements(control, 'Action')[0];
  const name = elements(control, 'FunctionName')[0]?.textContent.trim();
  const icons = elements(control, 'Image').map((image): [number, string] => [
    Number(image.getAttribute('size')),
    resources.address(image.getAttribute('resid') ?? ''),
  ]);
  const description = elements(control, 'Description')[0];
  return {
    id: control.getAttribute('id') ?? '',
    label: resources.text(labelOf(control)),
    tip: resources.text(description?.getAttribute('resid') ?? ''),
    icons: Object.fromEntries(icons),
    action:
      action?.getAttribute('xsi:type') === 'ExecuteFunction' && name !== undefined
        ? { kind: 'function', name }
        : { kind: 'pane' },
  };
}

/** The label of the element itself, not of what it holds. */
function labelOf(element: Element): string {
  const label = [...element.children].find(({ localName }) => localName === 'Label');
  return label?.getAttribute('resid') ?? '';
}

function elements(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', name)];
}

class Resources {
  private readonly byId = new Map<string, Element>();

  constructor(
    xml: Document,
    private readonly local: string,
  ) {
    for (const kind of ['Image', 'Url', 'String']) {
      for (const element of elements(xml, kind)) {
        const id = element.getAttribute('id');
        if (id !== null) this.byId.set(id, element);
      }
    }
  }

  text(id: string): Bilingual {
    const element = this.byId.get(id);
    const zh = element?.getAttribute('DefaultValue') ?? '';
    const english = element === undefined ? undefined : elements(element, 'Override')[0];
    return { zh, en: english?.getAttribute('Value') ?? zh };
  }

  /** The path below the add-in's address, here. */
  address(id: string): string {
    const whole = this.byId.get(id)?.getAttribute('DefaultValue') ?? '';
    const [, path = ''] = /\/(assets\/[^/]+)$/.exec(whole) ?? [];
    return this.local + path;
  }
}
