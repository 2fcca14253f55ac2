import {
  type ClauseOutcome,
  type ExplanationNode,
  explain,
  type PolicyOutcome,
  type SheetData,
  type WorkbookOutcome,
} from '../engine';
import type { Lang } from '../rules';
import type { Basis } from '../report';

/** What a line's amount was computed from. */
export type BasisOf = (policy: PolicyOutcome, sheet: number, clause: ClauseOutcome) => Basis;
