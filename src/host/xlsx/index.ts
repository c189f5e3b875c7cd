export { deflateWith } from './container/deflate';
export * from './model';
export { newWorkbook } from './newWorkbook';
export { openXlsx, openXlsxInSlices } from './open';
export { drained, type InSlices } from './slices';
