import { chmodSync } from 'node:fs';
import path from 'node:path';
import { browserCommand, openBrowser } from '../../../src/site/commands/open-browser';
import { inFolder } from '../made-site';

const ADDRESS = 'http://127.0.0.1:3000/';

async function onLinux(environment: Record<string, string>): Promise<readonly string[] | undefined> {
  return inFolder({ 'xdg-open': '' }, (folder) => {
    chmodSync(path.join(folder, 'xdg-open'), 0o755);
    return browserCommand(ADDRESS, 'linux', { PATH: folder, ...environment });
  });
}

test('a desktop of Linux', async () => {
  expect(await onLinux({ DISPLAY: ':0' })).toEqual(['xdg-open', ADDRESS]);
  expect(await onLinux({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', ADDRESS]);
});

test('no desktop, a build machine, or no opener: none', async () => {
  expect(await onLinux({})).toBeUndefined();
  expect(await onLinux({ DISPLAY: ':0', CI: 'true' })).toBeUndefined();
  expect(browserCommand(ADDRESS, 'linux', { DISPLAY: ':0', PATH: '/nowhere' })).toBeUndefined();
});

test('Windows and macOS', () => {
  expect(browserCommand(ADDRESS, 'win32', {})).toEqual(['cmd', '/c', 'start', '""', ADDRESS]);
  expect(browserCommand(ADDRESS, 'darwin', {})).toEqual(['open', ADDRESS]);
  expect(browserCommand(ADDRESS, 'darwin', { SSH_CONNECTION: '10.0.0.1' })).toBeUndefined();
});

test('a program that is not there is no browser', async () => {
  expect(await openBrowser(['no-such-program-anywhere', ADDRESS])).toBe(false);
  expect(await openBrowser([process.execPath, '--version'])).toBe(true);
});
