import type { Validation } from '../../domain/plan';

/**
 * A drop-down list: `source` is words with commas between, or `=` and an address. Other text stays possible after a
 * warning: a cell may name several units.
 */
export const listValidation = (source: string): Validation => ({
  rule: { list: { inCellDropDown: true, source } },
  ignoreBlanks: true,
  prompt: { showPrompt: false, title: '', message: '' },
  errorAlert: {
    showAlert: true,
    style: 'Warning',
    title: '不在选项里',
    message: '填写的内容不在下拉选项里，确定要这样填吗？',
  },
});
