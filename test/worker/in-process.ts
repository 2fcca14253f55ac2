import type { Policy } from '../../src/rules';
import { answering, EvaluationWorker, type OpenWorker, type Request } from '../../src/worker';

export interface InProcess {
  readonly worker: EvaluationWorker;
  /** What was asked, in its order, over all workers that were started. */
  readonly requests: Request[];
  /** How many workers were started. */
  readonly started: () => number;
}

/** The worker's body in the test's own process. Messages are cloned as between page and worker. */
export function inProcess(policies: readonly Policy[]): InProcess {
  const requests: Request[] = [];
  let started = 0;
  const open: OpenWorker = ({ onReply }) => {
    started += 1;
    let isRunning = true;
    const answer = answering(policies, (reply) => {
      const data = structuredClone(reply);
      setImmediate(() => {
        if (isRunning) onReply(data);
      });
    });
    return {
      send: (request, transfer) => {
        requests.push(request);
        const data = structuredClone(request, { transfer });
        setImmediate(() => {
          if (isRunning) answer(data);
        });
      },
      terminate: () => {
        isRunning = false;
      },
    };
  };
  return { worker: new EvaluationWorker(open), requests, started: () => started };
}
