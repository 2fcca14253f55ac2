import { policies } from './packs';
import { sampleSheets } from './truth';
import { compilePolicy, evaluateSheets, type SheetData, type Column } from '../../src/engine';
test('perf', () => {
  const policy = policies[0]!;
  const sheet = sampleSheets('xishan-2020', policy.vocabulary)[0]!;
  const plans = policies.map(p=>compilePolicy(p));
  for (let i=0;i<3;i++) { const t0=performance.now(); evaluateSheets(plans,[sheet]); console.log('2000 rows both', (performance.now()-t0).toFixed(0)); }
  const N=Number(process.env["N"]??100000), k=2000;
  const rep = <T extends {length:number}>(a: any) => a instanceof Uint8Array ? Uint8Array.from({length:N},(_,i)=>a[i%k]!) : Array.from({length:N},(_,i)=>a[i%k]);
  const big: SheetData = {...sheet, rowNumbers: Array.from({length:N},(_,i)=>i+2), columns: {rowCount:N, byKey: new Map([...sheet.columns.byKey].map(([key,c]): [string, Column]=>{
    if (c.kind==='number') return [key,{...c, states: rep(c.states) as any, raw: Float64Array.from({length:N},(_,i)=>Number(c.exact?.get(i%k)?.toString()??0)), exact: new Map()}];
    if (key==='creditCode') return [key,{...c, states: rep(c.states) as any, values: Array.from({length:N},(_,i)=>(c as any).values[i%k]+'#'+Math.floor(i/k))} as Column];
    return [key,{...c, states: rep(c.states) as any, values: rep((c as any).values)} as Column];
  }))}};
  for (const plan of plans) { const t0=performance.now(); const r=evaluateSheets([plan],[big]); console.log(plan.policy.id,'100k', (performance.now()-t0).toFixed(0), r.policies[0]!.sheets[0]!.assessed.length, 'assessed', Math.round(process.memoryUsage().heapUsed/1e6)+'MB'); }
}, 300000);
