/** `1234567.80` → `1,234,567.80`, for people. The text of an exact number stays exact; only its whole part is grouped. */
export function grouped(number: string): string {
  const [whole = '', ...places] = number.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ','), ...places].join('.');
}
