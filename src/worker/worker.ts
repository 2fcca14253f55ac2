import { bundledPolicies } from '../functions';
import { answering } from './answering';
import type { Reply, Request } from './protocol';

/** As much of a worker's global scope as is used here; the project is typed for pages. */
interface WorkerScope {
  postMessage(reply: Reply, options: { readonly transfer: readonly Transferable[] }): void;
  addEventListener(type: 'message', told: (event: { readonly data: Request }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const answer = answering(bundledPolicies(), (reply) => {
  scope.postMessage(reply, { transfer: [] });
});
scope.addEventListener('message', ({ data }) => {
  answer(data);
});
