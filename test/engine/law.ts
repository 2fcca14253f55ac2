import fc from 'fast-check';

/** A law that holds for all values; a counterexample is reported in full. */
export function law<Values>(
  name: string,
  property: fc.IPropertyWithHooks<Values> | fc.IProperty<Values>,
  parameters: fc.Parameters<Values> = {},
): void {
  test(name, () => {
    expect(counterexample(fc.check(property as fc.IProperty<Values>, parameters))).toBe('none');
  });
}

function counterexample<Values>(details: fc.RunDetails<Values>): string {
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : 'none';
}
