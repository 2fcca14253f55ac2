import type { Server } from 'node:http';

/** A site that answers requests until it is stopped. */
export interface RunningSite {
  /** Ends with `/`. */
  readonly address: string;
  stop(): Promise<void>;
}

export function runningSite(server: Server, address: string): RunningSite {
  return {
    address,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

/** `http://127.0.0.1:3000/`; an address of IPv6 stands in brackets, the usual port is left out. */
export function addressOf(protocol: 'http' | 'https', host: string, port: number, path = '/'): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return new URL(path, `${protocol}://${name}:${port}`).href;
}
