import { Evaluator } from './evaluator/evaluator';
import { problemTexts } from './problem';
import type { Reply, Request } from './protocol';
import type { Policy } from '../rules';

/**
 * The worker's side of the protocol: requests come in, replies go out through `reply`. Requests are answered
 * one after the other, in the order in which they came.
 */
export function answering(
  policies: readonly Policy[],
  reply: (reply: Reply) => void,
): (request: Request) => void {
  const evaluator = new Evaluator(policies);
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ id, kind, ask }: Request): Promise<void> => {
    try {
      const given = await evaluator.answer(kind, ask, (progress) => {
        reply({ id, kind: 'progress', progress });
      });
      reply({ id, kind: 'answer', answer: given });
    } catch (error) {
      reply({ id, kind: 'problem', texts: problemTexts(error) });
    }
  };
  return (request) => {
    last = last.then(() => answer(request));
  };
}
