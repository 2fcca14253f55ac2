import { SimulatedHost, type HostOptions } from '../../../src/workbench/host';
import { officeMembers } from './office-members';

/** A host with an empty workbook, unless told otherwise. */
export function newHost(options: Partial<HostOptions> = {}): SimulatedHost {
  return new SimulatedHost({ members: officeMembers(), ...options });
}
