import type { Sheet } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';

export class WorksheetObject extends HostObject {
  readonly type = 'Worksheet';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
  ) {
    super(env);
  }

  override get eventTarget(): string {
    return this.sheet.id;
  }
}
