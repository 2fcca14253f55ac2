import { policies } from './packs';
import { expectedOutcomes, sampleSheets } from './truth';
import { compilePolicy, evaluateSheets } from '../../src/engine';
test.each(['xishan-2020','industry-messy','departments','kunming-2024'])('%s', (name) => {
  const out: string[] = [];
  const want = expectedOutcomes(name);
  const policy = policies.find(p=>p.id===want.policy)!;
  const sheets = sampleSheets(name, policy.vocabulary);
  const plan = compilePolicy(policy);
  const t0 = performance.now();
  const result = evaluateSheets([plan], sheets).policies[0]!;
  out.push(`time ${(performance.now()-t0).toFixed(0)} ms`);
  const diffs = new Map<string, string[]>();
  let n = 0, ok = 0;
  want.sheets.forEach((ws, i) => {
    const got = result.sheets[i]!;
    const byRow = new Map(got.rows.map(r=>[r.rowNumber, r]));
    const wantRows = new Map(ws.rows.map(r=>[r.row, r]));
    for (const [rowNumber, row] of byRow) {
      const w = new Map((wantRows.get(rowNumber)?.clauses ?? []).map(c=>[c.id,c]));
      const g = new Map(row.clauses.filter(c=>c.status!=='applicable').map(c=>[c.clause,c]));
      for (const id of new Set([...w.keys(), ...g.keys()])) {
        if (!policy.clauses.has(id)) continue;
        n++;
        const a = w.get(id), b = g.get(id);
        const s1 = a ? JSON.stringify({status:a.status,u:a.uncapped??null,c:a.cap??null,a:a.amount??null,h:a.capHit??false,m:[...(a.missing??[])].sort(),s:a.supersededBy}) : 'notMet';
        const s2 = b ? JSON.stringify({status:b.status,u:b.uncapped?.toFixed(2)??null,c:b.cap?.toFixed(2)??null,a:b.amount?.toFixed(2)??null,h:b.capHit,m:[...b.missing].sort(),s:b.supersededBy?.clause}) : 'notMet';
        if (s1===s2) ok++; else { const l = diffs.get(id) ?? []; l.push(`${ws.sheet} ${rowNumber}: want ${s1} got ${s2}`); diffs.set(id,l); }
      }
    }
  });
  out.push(`${ok}/${n} equal; totals want ${JSON.stringify(want.totals)} got ${result.totals.award.toFixed(2)} ${result.totals.ceiling.toFixed(2)} ${result.totals.saving.toFixed(2)}`);
  for (const [id,l] of diffs) out.push(`${id} ${l.length}`, ...l.slice(0,3).map(x=>'   '+x));
  out.push('not assessed ' + result.sheets.map(s=>s.notAssessed.length+'/'+policy.clauses.size).join(' '));
  const fc = new Map<string,number>(); for (const s of result.sheets) for (const f of s.findings) fc.set(f.code,(fc.get(f.code)??0)+1);
  for (const s of result.sheets) for (const f of s.findings) if (f.code==='growthDiffers') out.push(f.clause+' row '+s.rows[f.row]!.rowNumber+' off '+f.official+' '+f.amount+' vs '+f.recomputedAmount);
  out.push('findings '+JSON.stringify([...fc]));
  console.log(name+'\n'+out.join('\n'));
});
