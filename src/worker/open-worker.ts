import type { OpenWorker } from './client';
import type { Reply } from './protocol';

/** The worker of this build, beside the page's own files. */
export const openWorker: OpenWorker = ({ onReply, onFailure }) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    onReply(data);
  });
  worker.addEventListener('error', ({ message }) => {
    onFailure(message);
  });
  worker.addEventListener('messageerror', () => {
    onFailure('a message could not be read');
  });
  return {
    send: (request, transfer) => {
      worker.postMessage(request, { transfer });
    },
    terminate: () => {
      worker.terminate();
    },
  };
};
