/**
 * Checks a rules folder with the sources as they are: `node scripts/dev-rules-check.mjs [rules] [zh|en]`.
 *
 * For those who write rules while the command line is being built; `subsidy rules check` does the same.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const [folder = 'rules', lang = 'zh'] = process.argv.slice(2);

const out = mkdtempSync(path.join(tmpdir(), 'rules-check-'));
try {
  const { loadRules, formatDiagnostic } = await bundle(out);
  const { policies, diagnostics } = loadRules(filesIn(path.resolve(root, folder)));
  for (const diagnostic of diagnostics)
    console.log(formatDiagnostic(diagnostic, lang === 'en' ? 'en' : 'zh'));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  console.log(`${errors} errors, ${diagnostics.length - errors} warnings`);
  for (const { id, clauses, records, figures, hash } of policies) {
    console.log(
      `${id}: ${clauses.size} clauses, ${records.size} records, ${figures.size} figures, ${hash.slice(0, 12)}`,
    );
  }
  process.exitCode = errors > 0 ? 1 : 0;
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** @param {string} target */
async function bundle(target) {
  const compiler = webpack({
    mode: 'none',
    target: 'node20',
    context: root,
    entry: './src/rules/index.ts',
    output: { path: target, filename: 'rules.cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/u, loader: 'swc-loader' }] },
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else compiler.close(resolve);
    });
  });
  return createRequire(import.meta.url)(path.join(target, 'rules.cjs'));
}

/** @param {string} directory @returns {{ path: string, text: string }[]} */
function filesIn(directory) {
  return readdirSync(directory)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((name) => {
      const full = path.join(directory, name);
      if (statSync(full).isDirectory()) return filesIn(full);
      return name.endsWith('.yaml')
        ? [{ path: path.relative(process.cwd(), full), text: readFileSync(full, 'utf8') }]
        : [];
    });
}
