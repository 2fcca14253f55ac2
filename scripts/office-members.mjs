/**
 * `node scripts/office-members.mjs <out.json>`: which types and members Office.js has for Excel.
 *
 * The simulated host asks this list whether a member that it does not know is one of Office.js at all,
 * and since which version of the API. It is derived from the debug file of @microsoft/office-js where
 * the host is built or tested, and never committed: the file and what is made of it are Microsoft's.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * @typedef {{ name: string, set?: string, writable?: boolean }} Member `name` as in JavaScript; `set` such as `ExcelApi 1.9`
 * @typedef {Member & { type: string }} Navigation
 * @typedef {Member & { returns?: string, writes: boolean }} Method
 * @typedef {{ eventType: number, set?: string }} EventInfo
 * @typedef {{ scalars: Record<string, Member>, navigations: Record<string, Navigation>, methods: Record<string, Method>, events: Record<string, EventInfo> }} OfficeType
 */

const file = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js');
const out = process.argv[2];
if (out === undefined) {
  console.error('usage: node scripts/office-members.mjs <out.json>');
  process.exitCode = 2;
} else {
  const types = derive(readFileSync(file, 'utf8').replaceAll('\r', ''));
  mkdirSync(path.dirname(out), { recursive: true });
  // Several test processes may do this at once: each writes a file of its own and puts it in place whole.
  const partial = `${out}.${process.pid}`;
  writeFileSync(partial, JSON.stringify({ types }));
  renameSync(partial, out);
}

/**
 * @param {string} source
 * @returns {Record<string, OfficeType>}
 */
function derive(source) {
  const excel = source.slice(source.indexOf('\nvar Excel;\n'));
  /** @type {Map<string, { properties: Map<string, string>, methods: Map<string, string> }>} */
  const classes = new Map();
  /** @param {string} name */
  const classNamed = (name) => {
    const known = classes.get(name) ?? { properties: new Map(), methods: new Map() };
    classes.set(name, known);
    return known;
  };
  const properties = /Object\.defineProperty\((\w+)\.prototype, "(\w+)", \{\n([\s\S]*?)\n {8}\}\);/g;
  for (const [, type = '', name = '', body = ''] of excel.matchAll(properties)) {
    classNamed(type).properties.set(name, body);
  }
  const methods = /(\w+)\.prototype\.(\w+) = function \([^)]*\) \{\n([\s\S]*?)\n {8}\};/g;
  for (const [, type = '', name = '', body = ''] of excel.matchAll(methods)) {
    classNamed(type).methods.set(name, body);
  }
  return Object.fromEntries(
    [...classes]
      .filter(([, members]) => members.properties.has('_className'))
      .map(([type, members]) => [type, describe(members)]),
  );
}

/**
 * @param {{ properties: Map<string, string>, methods: Map<string, string> }} members
 * @returns {OfficeType}
 */
function describe({ properties, methods }) {
  return {
    scalars: scalarsOf(properties),
    navigations: navigationsOf(properties),
    methods: methodsOf(methods),
    events: eventsOf(properties),
  };
}

/** @param {Map<string, string>} properties @returns {Record<string, Member>} */
function scalarsOf(properties) {
  const names = listIn(properties.get('_scalarPropertyNames'));
  const onTheWire = listIn(properties.get('_scalarPropertyOriginalNames'));
  /** @type {Record<string, Member>} */
  const scalars = {};
  for (const [index, name] of names.entries()) {
    const body = properties.get(name) ?? '';
    scalars[onTheWire[index] ?? name] = { name, ...setOf(body), writable: body.includes('set: function') };
  }
  return scalars;
}

/** @param {Map<string, string>} properties @returns {Record<string, Navigation>} */
function navigationsOf(properties) {
  /** @type {Record<string, Navigation>} */
  const navigations = {};
  for (const [name, body] of properties) {
    const [, type, onTheWire] = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/.exec(body) ?? [];
    if (type !== undefined && onTheWire !== undefined)
      navigations[onTheWire] = { name, type, ...setOf(body) };
  }
  return navigations;
}

/** @param {Map<string, string>} methods @returns {Record<string, Method>} */
function methodsOf(methods) {
  /** @type {Record<string, Method>} */
  const found = {};
  for (const [name, body] of methods) {
    const set = setOf(body);
    const objects = /_createMethodObject\((?:Excel\.)?(\w+), this, "(\w+)", (\d)/g;
    for (const [, returns = '', onTheWire = '', operation] of body.matchAll(objects)) {
      found[onTheWire] = { name, returns, writes: operation === '0', ...set };
    }
    for (const [, onTheWire = '', operation] of body.matchAll(/_invokeMethod\(this, "(\w+)", (\d)/g)) {
      found[onTheWire] = { name, writes: operation === '0', ...set };
    }
    const [, indexed] = /_createIndexerObject\(Excel\.(\w+), this, \[/.exec(body) ?? [];
    if (indexed !== undefined) found['GetItem'] = { name, returns: indexed, writes: false, ...set };
  }
  return found;
}

/** By the method that registers them. @param {Map<string, string>} properties @returns {Record<string, EventInfo>} */
function eventsOf(properties) {
  /** @type {Record<string, EventInfo>} */
  const events = {};
  for (const body of properties.values()) {
    const [, eventType] = /eventType: (\d+)/.exec(body) ?? [];
    const [, register] = /_this\.(_Register\w+)\(/.exec(body) ?? [];
    if (eventType !== undefined && register !== undefined) {
      events[register] = { eventType: Number(eventType), ...setOf(body) };
    }
  }
  return events;
}

/** @param {string} body @returns {{ set?: string }} */
function setOf(body) {
  const [, name, version] =
    /_throwIfApiNotSupported\("[^"]+", (_defaultApiSetName|"[^"]+"), "([\d.]+)"/.exec(body) ?? [];
  if (name === undefined) return {};
  return { set: `${name === '_defaultApiSetName' ? 'ExcelApi' : name.slice(1, -1)} ${version}` };
}

/** The names in `return ["a", "b"];`. @param {string | undefined} body */
function listIn(body = '') {
  const [, list = ''] = /return \[([\s\S]*?)\]/.exec(body) ?? [];
  return [...list.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
}
