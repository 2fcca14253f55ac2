import { hostType } from '../wire/host-type';
import { CELL_PROPERTIES } from './cell-properties';
import { RANGE_ACTIONS } from './range-actions';
import { RANGE_NAVIGATION } from './range-navigation';
import { RangeObject } from './range-object';
import { RANGE_PROPERTIES } from './range-properties';

export const range = hostType('Range', RangeObject, {
  ...RANGE_PROPERTIES,
  call: { ...RANGE_NAVIGATION, ...RANGE_ACTIONS, ...CELL_PROPERTIES },
});
