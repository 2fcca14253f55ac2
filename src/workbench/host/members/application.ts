/** Excel.Application and Excel.Runtime. */
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered } from '../wire/office-errors';
import { flagValue, nameValue } from '../wire/value';

const CALCULATION_MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export class ApplicationObject extends HostObject {
  readonly type = 'Application';
}

/** A workbook that `Excel.createWorkbook` has made and not yet shown. */
class CreatedWorkbookObject extends HostObject {
  readonly type = 'WorkbookCreated';

  constructor(
    env: Environment,
    readonly bytes: Uint8Array,
  ) {
    super(env);
  }
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
    CreateWorkbook: ({ env }, args) => new CreatedWorkbookObject(env, bytesOfBase64(args.text(0))),
  },
});

export const createdWorkbook = hostType('WorkbookCreated', CreatedWorkbookObject, {
  call: {
    Open: ({ env, bytes }) => {
      if (env.window === null) throw new NotCovered('a second window');
      env.window.openWorkbook(bytes);
    },
  },
});

function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export const runtime = hostType('Runtime', RuntimeObject, {
  get: { EnableEvents: ({ env }) => env.enableEvents },
  set: {
    EnableEvents: ({ env }, value) => {
      env.enableEvents = flagValue(value);
    },
  },
});
