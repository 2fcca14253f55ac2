/** The arguments of a call, checked where they are used. */
import { isRecord } from './request';
import { HostObject } from './host-object';
import { OperationFailed } from './office-errors';

export class Arguments {
  constructor(
    private readonly values: readonly unknown[],
    /** What is called, as `Range.getCell`: where an error happened. */
    readonly location: string,
  ) {}

  /** Absent arguments come as null or not at all. */
  has(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }

  raw(index: number): unknown {
    return this.values[index];
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value === 'string') return value;
    throw this.invalid();
  }

  optionalText(index: number): string | null {
    return this.has(index) ? this.text(index) : null;
  }

  integer(index: number): number {
    const value = this.values[index];
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw this.invalid();
  }

  optionalInteger(index: number): number | null {
    return this.has(index) ? this.integer(index) : null;
  }

  optionalBoolean(index: number, otherwise: boolean): boolean {
    const value = this.values[index];
    if (typeof value === 'boolean') return value;
    if (this.has(index)) throw this.invalid();
    return otherwise;
  }

  /** A name or an id. */
  key(index: number): string {
    const value = this.values[index];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw this.invalid();
  }

  object<T extends HostObject>(index: number, kind: abstract new (...args: never[]) => T): T {
    const value = this.values[index];
    if (value instanceof kind) return value;
    throw this.invalid();
  }

  isObject(index: number): boolean {
    return this.values[index] instanceof HostObject;
  }

  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.values[index];
    if (isRecord(value)) return value;
    throw this.invalid();
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (Array.isArray(value)) return value;
    throw this.invalid();
  }

  invalid(text?: string): OperationFailed {
    return new OperationFailed('InvalidArgument', this.location, text);
  }
}
