/** Excel.Application and Excel.Runtime. */
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { flagValue, nameValue } from '../wire/value';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export class ApplicationObject extends HostObject {
  readonly type = 'Application';
}

export class RuntimeObject extends HostObject {
  readonly type = 'Runtime';
}

export const application = hostType('Application', ApplicationObject, {
  get: {
    CalculationMode: ({ env }) => env.workbook.calculationMode,
    CalculationState: () => 'Done',
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  set: {
    CalculationMode: ({ env }, value) => {
      env.workbook.calculationMode = nameValue(value, CALCULATION_MODES);
    },
  },
  call: {
    Calculate: ({ env }, args) => {
      env.calculation.calculate(args.text(0) !== 'Recalculate');
    },
    SuspendApiCalculationUntilNextSync: ({ env }) => {
      env.isCalculationSuspended = true;
    },
    /** The host shows nothing itself: whoever shows its workbook draws after a request. */
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const runtime = hostType('Runtime', RuntimeObject, {
  get: { EnableEvents: ({ env }) => env.enableEvents },
  set: {
    EnableEvents: ({ env }, value) => {
      env.enableEvents = flagValue(value);
    },
  },
});
