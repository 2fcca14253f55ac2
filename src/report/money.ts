import { grouped } from '../engine';
import type { Decimal } from '../rules';

/** Exact money as text in yuan with two places: `1200000.00`. */
export function moneyText(amount: Decimal): string {
  return amount.toFixed(2);
}

/** With thousands separators for people: `1,200,000.00`. */
export function moneyForPeople(amount: Decimal): string {
  return grouped(amount.toFixed(2));
}

/**
 * As a worksheet's number. Amounts of a policy stay far below the 90 trillion yuan up to which a
 * double tells every fen apart; beyond that the fen may be lost in the cell, never in our sums.
 */
export function moneyCell(amount: Decimal): number {
  return amount.toNumber();
}
