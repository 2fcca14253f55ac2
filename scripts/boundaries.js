'use strict';

/**
 * The walls between the rooms of src/: which file may import what.
 *
 * In: the path of a source file and its text. Out: what it imports and may not. Nothing is
 * read from disk here, so that the rules can be tested with sources given as strings.
 */

const { builtinModules } = require('node:module');
const path = require('node:path').posix;
const ts = require('typescript');

/**
 * The rooms from first to last; a room knows itself and the rooms before it.
 * `packages` lists the npm packages of a pure room, which knows neither Node nor a browser.
 * `knows` narrows the rooms before it.
 *
 * @typedef {{ name: string, packages?: readonly string[], knows?: readonly string[] }} Room
 * @type {readonly Room[]}
 */
const rooms = [
  { name: 'rules', packages: ['decimal.js', 'yaml'] },
  { name: 'engine', packages: ['decimal.js'] },
  { name: 'sheet', packages: ['decimal.js'] },
  { name: 'budget', packages: ['decimal.js'] },
  { name: 'report', packages: ['decimal.js'] },
  { name: 'functions' },
  { name: 'excel' },
  { name: 'worker' },
  { name: 'taskpane' },
  { name: 'commands' },
  { name: 'addin' },
  { name: 'xlsx', packages: ['fflate'], knows: ['sheet'] },
  { name: 'cli' },
  { name: 'site', knows: ['rules'] },
  { name: 'workbench' },
];

/**
 * @typedef {{ file: string, line: number, imported: string, allowed: string }} Violation
 * `file` is relative to the project, with forward slashes; `allowed` completes the sentence "…; <allowed>".
 */

/**
 * What one source file imports and may not.
 *
 * @param {string} file path from the project's root, with forward slashes: `src/engine/plan.ts`
 * @param {string} text the file's source
 * @returns {Violation[]}
 */
function violationsIn(file, text) {
  const room = rooms.find(({ name }) => name === file.split('/')[1]);
  if (room === undefined || file.split('/').length < 3) {
    return [
      {
        file,
        line: 1,
        imported: '',
        allowed: `a file of src/ lies in a room: ${list(rooms.map((r) => r.name))}`,
      },
    ];
  }
  return importsOf(file, text).flatMap(({ line, imported }) => {
    const allowed = imported.startsWith('.')
      ? relativeRule(room, file, imported)
      : packageRule(room, imported);
    return allowed === undefined ? [] : [{ file, line, imported, allowed }];
  });
}

/**
 * What a relative import breaks; undefined when it is fine.
 *
 * @param {Room} room
 * @param {string} file
 * @param {string} imported
 */
function relativeRule(room, file, imported) {
  const [top, target, ...rest] = path.join(path.dirname(file), imported).split('/');
  if (top !== 'src' || target === undefined) return 'an import stays inside src/';
  if (target === room.name) return undefined;
  const known = roomsKnownTo(room);
  if (!known.includes(target)) {
    return known.length === 0
      ? `${room.name} knows no other room`
      : `${room.name} knows only ${list([room.name, ...known])}`;
  }
  if (rest.length === 0) return undefined;
  const door = path.relative(path.dirname(file), `src/${target}`);
  return `another room is entered by its door: '${door}'`;
}

/**
 * What an import of a package or of a Node module breaks; undefined when it is fine.
 *
 * @param {Room} room
 * @param {string} imported
 */
function packageRule(room, imported) {
  if (room.packages === undefined) return undefined;
  const name = packageName(imported);
  if (room.packages.includes(name)) return undefined;
  const kind = isNodeModule(imported) ? 'no Node modules and ' : '';
  return `${room.name} is a pure room: ${kind}no packages but ${list(room.packages)}`;
}

/** @param {Room} room */
function roomsKnownTo(room) {
  return room.knows ?? rooms.slice(0, rooms.indexOf(room)).map(({ name }) => name);
}

/** @param {string} imported */
function isNodeModule(imported) {
  return imported.startsWith('node:') || builtinModules.includes(imported);
}

/** `@scope/name/sub/path` → `@scope/name`. @param {string} imported */
function packageName(imported) {
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Everything a source names as another module: imports, re-exports, `import()`, `require()`, types by `import('…')`.
 *
 * @param {string} file
 * @param {string} text
 * @returns {{ line: number, imported: string }[]}
 */
function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {{ line: number, imported: string }[]} */
  const found = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(specifier.getStart(source));
      found.push({ line: line + 1, imported: specifier.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {import('typescript').Node} node
 * @returns {import('typescript').StringLiteralLike | undefined}
 */
function specifierOf(node) {
  /** @type {import('typescript').Node | undefined} */
  let specifier;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    specifier = node.moduleSpecifier;
  } else if (ts.isExternalModuleReference(node)) {
    specifier = node.expression;
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    specifier = node.argument.literal;
  } else if (ts.isCallExpression(node) && isImportCall(node.expression)) {
    specifier = node.arguments[0];
  }
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier : undefined;
}

/** @param {import('typescript').Expression} callee */
function isImportCall(callee) {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

/** One line for people: `src/engine/plan.ts:3: imports '../sheet'; engine knows only engine and rules`. @param {Violation} violation */
function describe({ file, line, imported, allowed }) {
  return imported === ''
    ? `${file}:${line}: ${allowed}`
    : `${file}:${line}: imports '${imported}'; ${allowed}`;
}

/** @param {readonly string[]} words */
function list(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

module.exports = { describe, rooms, violationsIn };
