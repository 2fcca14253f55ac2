import type { HostObject } from './host-object';
import { OperationFailed } from './office-errors';

/** The objects that the host keeps for a runtime of the add-in from one request to the next. */
export class References {
  private readonly kept = new Map<string, HostObject>();
  private last = 0;

  get size(): number {
    return this.kept.size;
  }

  keep(object: HostObject): void {
    if (object.referenceId !== null || !object.isKeepable) return;
    this.last += 1;
    object.referenceId = `{${this.last}}`;
    this.kept.set(object.referenceId, object);
    object.keep();
  }

  get(id: string): HostObject {
    const object = this.kept.get(id);
    if (object === undefined) throw new OperationFailed('InvalidReference');
    return object;
  }

  release(id: string): void {
    this.kept.get(id)?.release();
    this.kept.delete(id);
  }

  releaseAll(): void {
    for (const object of this.kept.values()) object.release();
    this.kept.clear();
  }
}
