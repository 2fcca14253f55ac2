/**
 * The list of types and members that Office.js has, as `scripts/office-members.mjs` derives it from the
 * package. With it the host can tell a member that it does not cover from one that does not exist, and
 * refuse members of a newer API than the Excel it stands for has.
 */
export interface OfficeMember {
  /** As in JavaScript. */
  readonly name: string;
  /** The requirement set, such as `ExcelApi 1.9`; absent for ExcelApi 1.1. */
  readonly set?: string;
}

export interface OfficeType {
  readonly scalars: Readonly<Record<string, OfficeMember & { readonly writable?: boolean }>>;
  readonly navigations: Readonly<Record<string, OfficeMember & { readonly type: string }>>;
  readonly methods: Readonly<
    Record<string, OfficeMember & { readonly writes: boolean; readonly returns?: string }>
  >;
  /** By the method that registers them. */
  readonly events: Readonly<Record<string, { readonly eventType: number; readonly set?: string }>>;
}

/** By their names on the wire. */
export interface OfficeMembers {
  readonly types: Readonly<Record<string, OfficeType>>;
}
