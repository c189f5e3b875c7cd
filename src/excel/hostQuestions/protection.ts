import { ANY_REFUSAL, question, refusalOf, valueOf, yesNo, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, reference } from './source';

const DENIED = '拒绝 AccessDenied';

/** A sheet with one unlocked cell, B1, under protection without a password. */
async function guarded(at: Scratch, options: Excel.WorksheetProtectionOptions = {}): Promise<Excel.Worksheet> {
  const sheet = at.another();
  sheet.getRange('A1').values = [['原有']];
  sheet.getRange('B1').format.protection.locked = false;
  sheet.protection.protect(options);
  await at.context.sync();
  return sheet;
}

export const PROTECTION: HostTheme = {
  name: '工作表保护',
  questions: [
    question('protect-state', '保护后读得出受保护', '是', reference('WorksheetProtection.protected'), async (at) => {
      const { protection } = await guarded(at);
      protection.load('protected');
      await at.context.sync();
      return yesNo(protection.protected);
    }),
    question('protect-write', '写受保护的格', DENIED, NO_DOCUMENT, async (at) => {
      const sheet = await guarded(at);
      return refusalOf(at, () => {
        sheet.getRange('A1').values = [['改']];
      });
    }),
    question('protect-kept', '被拒绝后原值不变', '文字 原有', NO_DOCUMENT, async (at) => {
      const sheet = await guarded(at);
      await refusalOf(at, () => {
        sheet.getRange('A1').values = [['改']];
      });
      return valueOf(at, sheet.getRange('A1'));
    }),
    question('protect-unlocked', '没有锁定的格写得进', '文字 改', reference('FormatProtection.locked'), async (at) => {
      const sheet = await guarded(at);
      sheet.getRange('B1').values = [['改']];
      return valueOf(at, sheet.getRange('B1'));
    }),
    question('protect-read', '受保护的格照样读得到', '文字 原有', NO_DOCUMENT, async (at) =>
      valueOf(at, (await guarded(at)).getRange('A1')),
    ),
    question('protect-format', '受保护时改底色', DENIED, NO_DOCUMENT, async (at) => {
      const sheet = await guarded(at);
      return refusalOf(at, () => {
        sheet.getRange('A1').format.fill.color = '#FFC7CE';
      });
    }),
    question('protect-rule', '受保护时加条件格式', DENIED, NO_DOCUMENT, async (at) => {
      const sheet = await guarded(at);
      return refusalOf(at, () => sheet.getRange('A1').conditionalFormats.add(Excel.ConditionalFormatType.custom));
    }),
    question(
      'protect-allow-format',
      '保护时准许改格式，则改得了',
      '没有拒绝',
      reference('WorksheetProtectionOptions.allowFormatCells'),
      async (at) => {
        const sheet = await guarded(at, { allowFormatCells: true });
        return refusalOf(at, () => {
          sheet.getRange('A1').format.fill.color = '#FFC7CE';
        });
      },
    ),
    question('protect-insert', '受保护时插入行', DENIED, NO_DOCUMENT, async (at) => {
      const sheet = await guarded(at);
      return refusalOf(at, () => sheet.getRange('1:1').insert(Excel.InsertShiftDirection.down));
    }),
    question(
      'protect-twice',
      '已保护的再保护一次，拒绝',
      '拒绝',
      reference('WorksheetProtection.protect'),
      async (at) => {
        const sheet = await guarded(at);
        return refusalOf(at, () => sheet.protection.protect());
      },
      ANY_REFUSAL,
    ),
    question(
      'unprotect',
      '没有密码的保护可以撤销，撤销后写得进',
      '文字 改',
      reference('WorksheetProtection.unprotect'),
      async (at) => {
        const sheet = await guarded(at);
        sheet.protection.unprotect();
        sheet.getRange('A1').values = [['改']];
        return valueOf(at, sheet.getRange('A1'));
      },
    ),
  ],
};
