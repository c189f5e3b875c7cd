export { writtenCell } from './cells/sourceCell';
export { deflateWith } from './container/deflate';
export { unpackAhead } from './container/unpackAhead';
export * from './model';
export { newWorkbook } from './newWorkbook';
export { openXlsx, openXlsxInSlices } from './open';
export { drained, type InSlices } from './slices';
