import { cellZeros, pageTurn } from '../../../src/excel';
import {
  type CustomFunctionsHost,
  functionsMetadata,
  registerFunctions,
  subsidyFunctions,
} from '../../../src/functions';
import type { HostOptions, SimulatedHost } from '../../../src/workbench/host';
import { policies } from '../../engine/packs';
import { newHost, until } from '../../workbench/host/in-office';
import { AT_ONCE, inExcel } from '../in-excel';

/** Formulas with the functions of the add-in in the cells of a simulated host. */
export interface Cells {
  readonly host: SimulatedHost;
  /** Enters what stands there from `address` on, and waits for the results. */
  enter(address: string, rows: readonly (readonly unknown[])[]): Promise<void>;
  /** What the cells of the active sheet show, errors with their messages. */
  shown(...addresses: readonly string[]): unknown[];
}

const metadata = functionsMetadata(policies, 'zh');

export async function inCells(
  work: (cells: Cells) => Promise<void>,
  options: Partial<HostOptions> = {},
): Promise<void> {
  const host = newHost({ ...options, functions: { namespace: 'POLICY', json: metadata } });
  await inExcel(async (_, { CustomFunctions }) => {
    const zeros = cellZeros(AT_ONCE);
    const functions = subsidyFunctions({
      policies: () => policies,
      lang: () => 'zh',
      zeros: () => zeros,
      pause: pageTurn,
    });
    registerFunctions(CustomFunctions as unknown as CustomFunctionsHost, functions, () => 'zh');
    await work({
      host,
      enter: async (address, rows) => {
        host.user.enter(address, rows as Parameters<typeof host.user.enter>[1]);
        await until(() => host.calls.waiting === 0);
      },
      shown: (...addresses) => addresses.map((address) => shownIn(host, address)),
    });
  }, host);
}

function shownIn({ workbook }: SimulatedHost, address: string): unknown {
  const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const content = workbook.activeSheet.content(Number(row), letter.charCodeAt(0) - 64);
  if (typeof content !== 'object' || content === null) return content;
  const { message = '' } = content as { readonly message?: string };
  return `${content.error} ${message}`.trim();
}
