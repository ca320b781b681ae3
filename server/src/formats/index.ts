import type { Format } from './format';
import { netsetup } from './netsetup';
import { trace } from './trace';

/** Every format that is read. How to tell one: recognize.ts beside this file. */
export const formats: readonly Format[] = [netsetup, trace];
