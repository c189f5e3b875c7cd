export { deflateWith } from './container/deflate';
export * from './model';
export { newWorkbook } from './newWorkbook';
export { openXlsx } from './open';
