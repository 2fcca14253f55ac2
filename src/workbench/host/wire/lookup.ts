/**
 * Finds the member that a request names. Whatever the host does not cover, Office.js does not have, or the
 * Excel it stands for is too old for, ends here with an error that says which.
 */
import { HostObject } from './host-object';
import type { HostType } from './host-type';
import type { OfficeMember, OfficeMembers } from './office-members';
import { NotCovered, OperationFailed } from './office-errors';
import { isSupported, type RequirementSets } from './requirement-sets';

type Part = 'get' | 'set' | 'navigate' | 'call';

export class Lookup {
  constructor(
    private readonly types: ReadonlyMap<string, HostType>,
    private readonly members: OfficeMembers,
    private readonly sets: RequirementSets,
  ) {}

  type(object: HostObject): HostType {
    const type = this.types.get(object.type);
    if (type === undefined) throw new NotCovered(`Excel.${object.type}`);
    return type;
  }

  member<P extends Part>(object: HostObject, part: P, name: string): MemberOf<P> {
    const type = this.type(object);
    this.requireSet(object.type, part, name);
    const member = type[part].get(name);
    if (member === undefined) throw this.unknown(object.type, part, name);
    return member as MemberOf<P>;
  }

  /** The member's name as in JavaScript, behind that of its type. */
  nameOf(object: HostObject, part: Part, name: string): string {
    const member = this.listed(object.type, part, name);
    return `${object.type}.${member?.name ?? name.charAt(0).toLowerCase() + name.slice(1)}`;
  }

  /** Whether a method changes the workbook, as the library itself says. */
  writes(object: HostObject, method: string): boolean {
    return this.members.types[object.type]?.methods[method]?.writes ?? true;
  }

  eventType(object: HostObject, register: string): number {
    const event = this.members.types[object.type]?.events[register];
    if (event === undefined)
      throw new NotCovered(`an event of Excel.${object.type} registered by ${register}`);
    if (event.set !== undefined && !isSupported(this.sets, event.set))
      throw new OperationFailed('ApiNotFound');
    return event.eventType;
  }

  /** Whether Office.js lists a property as an object rather than a value; a property that it lacks counts as a value. */
  partOf(object: HostObject, name: string): 'get' | 'navigate' {
    const navigations = this.members.types[object.type]?.navigations ?? {};
    return Object.hasOwn(navigations, name) ? 'navigate' : 'get';
  }

  private requireSet(typeName: string, part: Part, name: string): void {
    const set = this.listed(typeName, part, name)?.set;
    if (set !== undefined && !isSupported(this.sets, set)) {
      throw new OperationFailed(
        'ApiNotFound',
        `${typeName}.${this.listed(typeName, part, name)?.name ?? name}`,
      );
    }
  }

  private unknown(typeName: string, part: Part, name: string): Error {
    const listed = this.listed(typeName, part, name);
    const member = `${typeName}.${listed?.name ?? name}`;
    const isInternal = this.members.types[typeName] === undefined;
    if (listed !== undefined || isInternal) return new NotCovered(`Excel.${member} (${part})`);
    return new OperationFailed('InvalidArgument', member, `Excel.${typeName} has no member ${name}.`);
  }

  private listed(typeName: string, part: Part, name: string): OfficeMember | undefined {
    const type = this.members.types[typeName];
    if (type === undefined) return undefined;
    const { scalars, navigations, methods } = type;
    const table = { get: scalars, set: scalars, navigate: navigations, call: methods }[part];
    return Object.hasOwn(table, name) ? table[name] : undefined;
  }
}

type MemberOf<P extends Part> = HostType[P] extends ReadonlyMap<string, infer M> ? M : never;
