import { type SimulatedHost, Workbook } from '../../src/workbench/host';
import { newHost } from '../workbench/host/in-office';
import type { HostOptions } from '../../src/workbench/host';
import { ENTERPRISES } from '../cli/lakeside';

/** A workbook with the four enterprises of the lakeside policy on the sheet 企业统计. */
export function enterprises(options: Partial<HostOptions> = {}): SimulatedHost {
  const workbook = new Workbook();
  workbook.addSheet('企业统计');
  const host = newHost({ workbook, ...options });
  const [header = [], ...rows] = ENTERPRISES;
  host.user.enter('企业统计!A1', [header, ...rows] as string[][]);
  return host;
}
