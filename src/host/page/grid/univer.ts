import type { ILocales } from '@univerjs/core';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/sheets-ui/facade';
import type {} from '@univerjs/ui/facade';
import { LocaleType, LogLevel, Univer, merge } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFindReplacePreset } from '@univerjs/preset-sheets-find-replace';

/** Shown values come from the file; only a formula without one is computed at opening. */
const WHEN_EMPTY = 1;

/** Missing from the Chinese words Univer 0.25.1 ships. */
const FORMULA_PROGRESS = {
  'sheets-formula': {
    progress: {
      analyzing: '正在分析公式',
      calculating: '正在计算公式',
      'array-analysis': '正在分析数组公式',
      'array-calculation': '正在计算数组公式',
      done: '公式已算完',
    },
  },
};

type Words = ILocales[keyof ILocales];
const words = (name: string): Words => (window as unknown as Record<string, Words>)[name] ?? {};

/** Starts Univer as shipped, without its ribbon: formula line, grid and sheet tabs only. */
export function startUniver(container: HTMLElement, dark: boolean): { readonly univer: Univer; readonly api: FUniver } {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: merge(
        {},
        words('UniverPresetSheetsCoreZhCN'),
        words('UniverPresetSheetsConditionalFormattingZhCN'),
        words('UniverPresetSheetsDataValidationZhCN'),
        words('UniverPresetSheetsFindReplaceZhCN'),
        FORMULA_PROGRESS,
      ),
    },
    logLevel: LogLevel.ERROR,
    darkMode: dark,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: false,
        addSheetButtonConfig: { show: false },
      },
      contextMenu: false,
      disableAutoFocus: true,
      formula: { initialFormulaComputing: WHEN_EMPTY },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsFindReplacePreset(),
  ];
  for (const { plugins } of presets) {
    for (const entry of plugins) {
      const [plugin, options] = Array.isArray(entry) ? entry : [entry];
      univer.registerPlugin(plugin, options);
    }
  }
  return { univer, api: FUniver.newAPI(univer) };
}
