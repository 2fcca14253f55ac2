import type { Server } from 'node:net';
import { problem } from '../problem';

/** Ports looked at, one after the other, when the one asked for is taken. */
const TRIES = 20;

/**
 * Starts listening.
 *
 * @param options `orNext`: whether a port that is taken may be replaced by the next free one; port 0 is any free one
 * @returns the port that it became
 * @throws SiteProblem when the port is taken, reserved to administrators, or the host is not this machine's
 */
export async function listen(
  server: Server,
  { host, port, orNext }: { readonly host: string; readonly port: number; readonly orNext: boolean },
): Promise<number> {
  const last = orNext ? Math.min(port + TRIES, 65_535) : port;
  for (let candidate = port; ; candidate += 1) {
    try {
      return await listenOn(server, host, candidate);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EADDRINUSE' && candidate < last) continue;
      throw listeningProblem(code, { host, port, last }) ?? error;
    }
  }
}

async function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      server.off('listening', listening);
      reject(error);
    };
    const listening = (): void => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', failed).once('listening', listening).listen({ host, port, exclusive: true });
  });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function listeningProblem(
  code: string,
  { host, port, last }: { readonly host: string; readonly port: number; readonly last: number },
): Error | undefined {
  if (code === 'EADDRINUSE') {
    const [zh, en] =
      last === port
        ? [`端口 ${port} 已被占用`, `Port ${port} is in use`]
        : [`端口 ${port} 至 ${last} 都已被占用`, `Ports ${port} to ${last} are all in use`];
    return problem(`${zh}，请用 --port 另选一个。`, `${en}; choose another with --port.`);
  }
  if (code === 'EACCES') {
    return problem(
      `端口 ${port} 需要管理员权限才能使用；请用 --port 选 1024 以上的端口，或由 IIS、nginx 转发。`,
      `Port ${port} needs administrator rights; choose one above 1024 with --port, or let IIS or nginx forward to it.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return problem(
      `${host} 不是本机的名称或地址；请把 --host 改为本机地址，或用 0.0.0.0 表示所有地址。`,
      `${host} is not a name or address of this machine; give one with --host, or 0.0.0.0 for all of them.`,
    );
  }
  return undefined;
}
