import { revivePolicies, type SerialisedPolicies } from './serialised';
import type { Policy } from '../../rules';

/** Put in place by the build of the add-in (scripts/addin-plugin.js): the rules as they were then. */
declare const BUNDLED_POLICIES: SerialisedPolicies;

/** The policies that came with the add-in, revived anew by every call: ask once. */
export function bundledPolicies(): readonly Policy[] {
  return revivePolicies(BUNDLED_POLICIES);
}
