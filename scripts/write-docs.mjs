/** `npm run docs`: writes the pages of docs/ that are made from the rules. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addInContent } from './addin-content.js';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const { documents } = await addInContent();
const pages = { 'functions.md': documents.en, 'functions.zh-CN.md': documents.zh };
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(path.join(docs, name), text);
  console.log(path.join('docs', name));
}
