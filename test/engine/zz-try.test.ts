import { readFileSync } from 'node:fs';
import { diagnostics, policies } from './packs';
import { formatDiagnostic } from '../../src/rules';
import { compilePolicy, evaluateCase, runExamples } from '../../src/engine';
test('x', () => { 
  const out: string[] = [];
  out.push(...policies.map(p=>p.id+' '+p.clauses.size), ...diagnostics.filter(d=>d.severity==='error').slice(0,20).map(d=>formatDiagnostic(d,'en')));
  const plans = new Map(policies.map(p=>[p.id, compilePolicy(p)]));
  let n=0, ok=0;
  for (const l of readFileSync('test/data/cases.jsonl','utf8').split('\n')) {
    if (!l.trim()) continue;
    const c = JSON.parse(l); const plan = plans.get(c.entry.split('/')[0]);
    if (!plan || !plan.policy.clauses.has(c.entry)) continue;
    n++;
    let r: unknown; 
    try { r = evaluateCase(plan, c.entry, c.inputs, c.params); } catch (e) { r = String((e as Error).stack).slice(0,400); }
    const s = (x: any) => JSON.stringify({status:x.status,uncapped:x.uncapped,cap:x.cap,amount:x.amount,capHit:x.capHit,missing:[...(x.missing??[])].sort(),payout:x.payout});
    if (typeof r !== 'string' && s(r)===s(c.expected)) ok++; else out.push(`${c.id} ${JSON.stringify(c.inputs)} ${JSON.stringify(c.params)} WHY ${c.why}\n   want ${s(c.expected)}\n   got  ${typeof r==='string'? r : s(r)}`);
  }
  out.push(`cases ${ok}/${n}`);
  for (const p of policies) { const r = runExamples(p); out.push(`${p.id} examples ${r.run - r.failures.length}/${r.run}`, ...r.failures.map(f=>f.text.en)); }
  console.log(out.join('\n'));
});
