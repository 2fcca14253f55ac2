import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { listen, SiteProblem } from '../../../src/site';

const opened: Server[] = [];
const HOST = '127.0.0.1';

function newServer(): Server {
  const server = createServer();
  opened.push(server);
  return server;
}

async function problemOf(work: Promise<unknown>): Promise<SiteProblem['text']> {
  const error: unknown = await work.then(
    () => new Error('there was no problem'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SiteProblem);
  return (error as SiteProblem).text;
}

afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

test('port 0 is any free port', async () => {
  const port = await listen(newServer(), { host: HOST, port: 0, orNext: false });
  expect(port).toBeGreaterThan(0);
});

test('a port that is taken: the next free one', async () => {
  const taken = await listen(newServer(), { host: HOST, port: 0, orNext: false });
  const port = await listen(newServer(), { host: HOST, port: taken, orNext: true });
  expect(port).toBeGreaterThan(taken);
});

test('a port that is taken, and no other will do', async () => {
  const taken = await listen(newServer(), { host: HOST, port: 0, orNext: false });
  expect(await problemOf(listen(newServer(), { host: HOST, port: taken, orNext: false }))).toEqual({
    zh: `端口 ${taken} 已被占用，请用 --port 另选一个。`,
    en: `Port ${taken} is in use; choose another with --port.`,
  });
});

test('a host that is not of this machine', async () => {
  // 192.0.2.0/24 is set aside for documentation: no machine has it.
  expect(await problemOf(listen(newServer(), { host: '192.0.2.1', port: 0, orNext: false }))).toEqual({
    zh: '192.0.2.1 不是本机的名称或地址；请把 --host 改为本机地址，或用 0.0.0.0 表示所有地址。',
    en: '192.0.2.1 is not a name or address of this machine; give one with --host, or 0.0.0.0 for all of them.',
  });
});

test('a port that only administrators may use', async () => {
  const server = newServer();
  // Tests may run as administrator: the system's answer is made here.
  jest.spyOn(server, 'listen').mockImplementation(() => {
    queueMicrotask(() => server.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })));
    return server;
  });
  expect(await problemOf(listen(server, { host: HOST, port: 443, orNext: true }))).toEqual({
    zh: '端口 443 需要管理员权限才能使用；请用 --port 选 1024 以上的端口，或由 IIS、nginx 转发。',
    en: 'Port 443 needs administrator rights; choose one above 1024 with --port, or let IIS or nginx forward to it.',
  });
});
