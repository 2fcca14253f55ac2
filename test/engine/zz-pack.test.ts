import { pack } from './pack';
import { compilePolicy, evaluateCase } from '../../src/engine';
test('x', () => {
  const p = pack({ '1': `
    kind: award
    inputs: [rentRelief]
    when: [rentRelief > 0]
    award: { base: rentRelief, rate: 20%, cap: 100万元 }
  `});
  console.log(evaluateCase(compilePolicy(p), 'p/1', { rentRelief: '5000000.05' }), [...p.figures.keys()]);
});
