import { pageTurn } from '../../../src/excel';

test('what the page has waiting comes before the work goes on', async () => {
  const order: string[] = [];
  const page = new Promise<void>((resolve) => {
    setImmediate(() => {
      order.push('page');
      resolve();
    });
  });
  const work = async (): Promise<void> => {
    for (const turn of ['first', 'second', 'third']) {
      order.push(turn);
      await pageTurn();
    }
  };
  await Promise.all([page, work()]);
  expect(order.indexOf('page')).toBeLessThan(order.indexOf('third'));
});
