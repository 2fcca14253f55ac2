/**
 * Text between XML and JavaScript: entities and line ends on the way in, escapes on the way out, and
 * the `_xHHHH_` notation by which workbook strings hold characters that XML cannot.
 */

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves references; null where one is unknown (there is no DTD, so only the five are known). */
export function resolveEntities(text: string): string | null {
  let known = true;
  const resolved = text.replace(/&([^;&]{0,32};)?/g, (_, reference: string | undefined) => {
    const character = reference === undefined ? null : entity(reference.slice(0, -1));
    if (character === null) known = false;
    return character ?? '';
  });
  return known ? resolved : null;
}

function entity(name: string): string | null {
  const numeric = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name);
  if (numeric === null) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? null) : null;
  const point = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  const allowed =
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0x10ffff);
  return allowed ? String.fromCodePoint(point) : null;
}

/** `_x000D_` → the character it stands for; `_x005F_` is a plain underscore that would look like one. */
export function unescapeCodes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

// Controls but tab and line feed, lone surrogates, the two non-characters, and underscores that begin such a code.
const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const code = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A workbook string as element content. */
export function escapeString(text: string): string {
  return escapeContent(text.replace(UNWRITABLE, code));
}

/** A workbook string as an attribute's value: line ends and tabs, too, have to be codes there. */
export function escapeStringAttribute(text: string): string {
  return escapeAttribute(text.replace(UNWRITABLE, code).replace(/[\t\n]/g, code));
}

export function escapeContent(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

export function escapeAttribute(text: string): string {
  return escapeContent(text).replace(/["\t\n\r]/g, (c) => (c === '"' ? '&quot;' : `&#${c.charCodeAt(0)};`));
}

/** Whether XML would lose spaces at the ends of this text without `xml:space="preserve"`. */
export function needsPreserve(text: string): boolean {
  return /^\s|\s$|\n/.test(text);
}
