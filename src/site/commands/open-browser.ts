import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The command that opens an address in the user's browser; undefined where there is no desktop (a server, a
 * container, a session over ssh, a build machine).
 */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform,
  environment: Environment,
): readonly [command: string, ...args: string[]] | undefined {
  if (isSet(environment['CI'])) return undefined;
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address];
  if (platform === 'darwin') return isSet(environment['SSH_CONNECTION']) ? undefined : ['open', address];
  const hasDesktop = isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
  return hasDesktop && isOnPath('xdg-open', environment) ? ['xdg-open', address] : undefined;
}

/** Whether a browser was started; that it shows the page cannot be known. */
export async function openBrowser(command: readonly [string, ...string[]]): Promise<boolean> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    child.once('error', () => {
      resolve(false);
    });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function isOnPath(program: string, environment: Environment): boolean {
  return (environment['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
