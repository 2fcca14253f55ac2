import { HOST_TYPES, type HostType } from '../../../src/workbench/host';
import { officeMembers } from './office-members';

const { types } = officeMembers();

/** Types that Office.js uses for itself and does not list. */
const INTERNAL = ['AddinInternalService', 'AppRuntimeService', 'CustomFunctions', 'CustomFunctionsContainer'];

const covered = [...HOST_TYPES.values()].filter(({ name }) => !INTERNAL.includes(name));

test('Office.js has more than 180 types for Excel', () => {
  expect(Object.keys(types).length).toBeGreaterThan(180);
});

/** Members of a host type that Office.js does not have. */
function inventedBy(type: HostType): string[] {
  const listed = types[type.name];
  if (listed === undefined) return [type.name];
  const { scalars, navigations, methods } = listed;
  return [
    ...[...type.get.keys()].filter((member) => !Object.hasOwn(scalars, member)),
    ...[...type.set.keys()].filter((member) => scalars[member]?.writable !== true),
    ...[...type.navigate.keys()].filter((member) => !Object.hasOwn(navigations, member)),
    ...[...type.call.keys()].filter((member) => !Object.hasOwn(methods, member)),
  ];
}

test.each(covered.map((type) => [type.name, type] as const))(
  'the members of %s that the host covers are those of Office.js',
  (_, type) => {
    expect(inventedBy(type)).toEqual([]);
  },
);
