import { Decimal } from '../rules';

/** Exact money as text in yuan with two places: `1200000.00`. */
export function moneyText(amount: Decimal): string {
  return amount.toFixed(2);
}

/** With thousands separators for people: `1,200,000.00`. */
export function moneyForPeople(amount: Decimal): string {
  const [yuan = '0', fen = '00'] = amount.toFixed(2).split('.');
  return `${yuan.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fen}`;
}

/**
 * As a worksheet's number. Amounts of a policy stay far below the 90 trillion yuan up to which a
 * double tells every fen apart; beyond that the fen may be lost in the cell, never in our sums.
 */
export function moneyCell(amount: Decimal): number {
  return amount.toNumber();
}
