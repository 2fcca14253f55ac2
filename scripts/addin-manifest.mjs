/**
 * The manifest for the place from which the add-in is served: its addresses, and an id of its own for each
 * institution, so that two of them do not stand in each other's way.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';

/** The origin that stands in manifest.xml: the development server. */
export const DEVELOPMENT = 'https://localhost:3000';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * @param {string} file the manifest as it stands in the project
 * @param {{ base?: string | undefined, id?: string | undefined }} options `base`: where the add-in is served, such as
 *   `https://intranet.example/subsidy`; `id`: a GUID, or `random`
 * @returns {Promise<string>} the manifest's text
 * @throws Error for an address that is not https, or what office-addin-manifest finds wrong
 */
export async function manifestFor(file, { base = DEVELOPMENT, id }) {
  const text = readFileSync(file, 'utf8').replaceAll(`${DEVELOPMENT}/`, `${addressOf(base)}/`);
  if (id !== undefined && id !== 'random' && !GUID.test(id))
    throw new Error(`${id}: the id of an add-in is a GUID, or \`random\` for a new one`);
  const folder = mkdtempSync(path.join(tmpdir(), 'addin-manifest-'));
  try {
    const copy = path.join(folder, 'manifest.xml');
    writeFileSync(copy, text);
    if (id !== undefined) await OfficeAddinManifest.modifyManifestFile(copy, id);
    await OfficeAddinManifest.readManifestFile(copy);
    return readFileSync(copy, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} base */
function addressOf(base) {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '')
    throw new Error(
      `${base}: Excel loads add-ins from https addresses only, such as https://intranet.example/subsidy`,
    );
  return url.href.replace(/\/+$/u, '');
}
