import { cells } from './cells';
import { containers } from './containers';
import { parts } from './parts';

export const hostileFiles = [...containers, ...parts, ...cells];
