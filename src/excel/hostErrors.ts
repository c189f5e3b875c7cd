import type { CellRef } from '../domain/cell';

/** Why Excel (or the embedded host) would not do what was asked. `sentence` is for the clerk. */
export interface HostRefusal {
  /** Excel's own error code, or `Moved` where the workbook changed since the preview. */
  readonly code: string;
  readonly sentence: string;
  /** Whether part of the request may have been carried out: Excel stops inside a batch, it does not roll back. */
  readonly uncertain: boolean;
  /** Where it stands against what was previewed, so that the clerk can be taken there. */
  readonly cell?: CellRef;
}

/**
 * Excel's error codes as sentences. Source:
 * learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: '工作表受保护或文件为只读，没有写入。请先在“审阅”中撤销工作表保护，或另存后再试。',
  ActivityLimitReached: 'Excel 正忙，没有完成。请稍等片刻再试。',
  ApiNotAvailable: '这个版本的 Excel 缺少所需功能，没有完成。请升级 Excel，或改用独立页面。',
  ApiNotFound: '这个版本的 Excel 缺少所需功能，没有完成。请升级 Excel，或改用独立页面。',
  ConflictException: '别人正在改同一处，没有写入。请重新核对后再试。',
  FilteredRangeConflict: '表里有筛选，写入会错位，没有写入。请先清除筛选再试。',
  GeneralException: 'Excel 内部出错，没有完成。请保存文件后再试一次。',
  InsertDeleteConflict: '插入或删除行列与现有内容冲突，没有完成。请检查合并单元格和表格边界。',
  InvalidOperationInCellEditMode: '有单元格正在编辑，没有完成。请按回车结束编辑后再试。',
  ItemAlreadyExists: '同名的工作表或对象已经存在，没有写入。请先改名或删除后再试。',
  ItemNotFound: '要写入的工作表或单元格已被删除或改名，没有写入。请重新读取台账。',
  NonBlankCellOffSheet: '表格已到最末行，放不下新内容，没有写入。',
  PartialArrayOperation: '该处是数组公式的一部分，不能单独改，没有写入。',
  RequestAborted: '操作被中断。请重新读取台账，核对后再试。',
  RequestPayloadSizeLimitExceeded: '一次写入的内容过多，没有写入。请减少所选行数后再试。',
  ResponsePayloadSizeLimitExceeded: '台账过大，一次读不完。请清除数据区以外多余的格式后再试。',
  RangeExceedsLimit: '所选区域过大，没有完成。请缩小区域后再试。',
  ServiceNotAvailable: '与 Excel 的连接断开了。请检查网络，或重新打开文件后再试。',
  SettingsUnavailable: '设置没有存上。请检查文件是否只读。',
  UnsupportedOperation: '此处不支持这项操作，没有完成。',
  UnsupportedSheet: '图表工作表不支持这项操作。请切换到台账所在的工作表。',
  InvalidArgument: '写入的位置或内容不被 Excel 接受，没有写入。请重新读取台账后再试。',
  InvalidReference: '要写入的位置已失效，没有写入。请重新读取台账。',
  InvalidSelection: '当前所选不能用于这项操作。请重新选择台账中的行。',
};

const LOST = new Set([
  'RequestAborted',
  'ServiceNotAvailable',
  'GeneralException',
  'ConflictException',
  'ActivityLimitReached',
]);

/** The refusal behind an error thrown by `Excel.run`; null where the error did not come from the host. */
export function hostRefusal(error: unknown): HostRefusal | null {
  // Not instanceof: the library may live in a realm of its own.
  if (typeof error !== 'object' || error === null || !('name' in error) || error.name !== 'RichApi.Error') return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'GeneralException';
  return {
    code,
    sentence: SENTENCES[code] ?? `Excel 没有完成这项操作（${code}）。请保存文件后再试一次。`,
    uncertain: LOST.has(code),
  };
}

/** Null where Excel would not send an answer of that size. */
export async function unlessTooLarge<T>(asking: () => Promise<T>): Promise<T | null> {
  try {
    return await asking();
  } catch (error) {
    if (hostRefusal(error)?.code === 'ResponsePayloadSizeLimitExceeded') return null;
    throw error;
  }
}

/** A refusal of our own, where the workbook is no longer as previewed; `cell`: where, if it still can be gone to. */
export const movedRefusal = (sentence: string, cell: CellRef | null): HostRefusal => ({
  code: 'Moved',
  sentence,
  uncertain: false,
  ...(cell === null ? {} : { cell }),
});

/** The sheet's protection stands against it: known before anything was written. */
export const protectedRefusal = (sheet: string): HostRefusal => ({
  code: 'AccessDenied',
  sentence: `工作表“${sheet}”受保护，没有写入。请先在“审阅”中撤销工作表保护再试。`,
  uncertain: false,
});

const CLAIM = /没有(写入|完成|存上)/;

/** What Excel refused after part of the request was carried out. The action stands in the journal as unfinished. */
export const partlyRefusal = (refusal: HostRefusal): HostRefusal => ({
  ...refusal,
  sentence: CLAIM.test(refusal.sentence)
    ? refusal.sentence.replace(CLAIM, '只写入了一部分')
    : `${refusal.sentence}只写入了一部分。`,
  uncertain: true,
});

/** What failed without a way to learn how far it came. */
export const unknownRefusal = (refusal: HostRefusal): HostRefusal => ({
  ...refusal,
  sentence: CLAIM.test(refusal.sentence)
    ? refusal.sentence.replace(CLAIM, '是否写入还不清楚')
    : `${refusal.sentence}是否写入还不清楚。`,
  uncertain: true,
});

/** An earlier action on the same sheets was cut off and not settled yet. */
export const unfinishedRefusal = (summary: string): HostRefusal => ({
  code: 'Unfinished',
  sentence: `上次“${summary}”没有写完，这次没有写入。请先把它接着写完，或者退回。`,
  uncertain: false,
});
