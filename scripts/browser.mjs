/**
 * A browser for the tests, the screenshots and the benchmarks: Chrome, Edge or Chromium as it is installed, otherwise
 * the Chromium that comes as an npm package (Linux on x64), which needs nothing of the system.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `env` is the whole environment of the browser. @typedef {{ executablePath: string, env: Record<string, string> }} Browser */

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @returns {Promise<Browser | undefined>} undefined where there is no browser and none can be unpacked
 * @throws Error when CHROME_PATH names a file that is not there
 */
export async function findBrowser() {
  const given = process.env['CHROME_PATH'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`CHROME_PATH is ${given}, and there is no such file`);
    return { executablePath: given, env: environment() };
  }
  const installed = installedBrowsers().find((file) => isExecutable(file));
  if (installed !== undefined) return { executablePath: installed, env: environment() };
  return process.platform === 'linux' && process.arch === 'x64' ? unpackedBrowser() : undefined;
}

/** Where browsers are found on this system, best first. */
function installedBrowsers() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** The package's Chromium, unpacked once for each of its versions. @returns {Promise<Browser>} */
async function unpackedBrowser() {
  const folder = path.join(root, '.cache', `chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const executablePath = path.join(folder, 'chromium');
  const env = environment();
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = path.join(folder, 'fonts');
  if (starts(executablePath, env)) return { executablePath, env };
  // A system without the libraries of a desktop (NSS and others): those that come with the package.
  env['LD_LIBRARY_PATH'] = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
    .filter((one) => one !== undefined && one !== '')
    .join(path.delimiter);
  return { executablePath, env };
}

/**
 * The package unpacks into TMPDIR and takes what it finds there for its own, of whatever version: so it gets a
 * folder of its own, which is moved into place whole (several test runs may do this at once).
 *
 * @param {string} folder
 */
async function unpackInto(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}-`);
  // It brings its libraries only where it believes to run at Amazon's.
  const changed = { TMPDIR: partial, CODEBUILD_BUILD_IMAGE: 'nodejs20' };
  const names = [...Object.keys(changed), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];
  const before = names.map((name) => /** @type {const} */ ([name, process.env[name]]));
  Object.assign(process.env, changed);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function packageVersion() {
  const require = createRequire(import.meta.url);
  const file = path.join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = /** @type {{ version: string }} */ (require(file));
  return version;
}

/** Whether the program finds its libraries. @param {string} program @param {Record<string, string>} env */
function starts(program, env) {
  return spawnSync(program, ['--version'], { env, stdio: 'ignore' }).status === 0;
}

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
