import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseOutcome } from '../../src/engine';

/** The worked cases of the two policies. */
export interface Case {
  readonly id: string;
  readonly entry: string;
  readonly function: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: CaseOutcome;
  readonly why: string;
}

export const cases: readonly Case[] = readFileSync(path.join(__dirname, '..', 'data', 'cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Case);
