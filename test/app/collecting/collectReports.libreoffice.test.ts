import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillInsOf } from '../../../src/app/collecting/fillIns';
import { applyPlan } from '../../../src/app/office/workbook';
import { findLibreOffice } from '../../domain/libreOffice';
import { openSample } from '../../hostDesk';
import { AT, done, reviewed } from '../reviewing';
import { collected, filled, MONTH, put } from './handedIn';

const soffice = findLibreOffice();
(soffice === null ? describe.skip : describe)('LibreOffice 填过、存过的表', () => {
  test('三家单位填好，经 LibreOffice 重新保存后照样并入，没有一处说有改动', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fill-in-'));
    const desk = openSample('city');
    try {
      const of = await reviewed();
      const units = [...fillInsOf(of, MONTH).keys()].slice(0, 3);
      const files = units.map((unit) => filled(of, unit, put(1, '进展', `${unit}本月完成阶段任务`)));
      files.forEach(({ bytes }, index) => writeFileSync(join(folder, `${index}.xlsx`), bytes));
      const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx'];
      const names = files.map((_, index) => join(folder, `${index}.xlsx`));
      execFileSync(soffice!, [...options, '--outdir', join(folder, 'out'), ...names], { stdio: 'ignore' });
      const back = files.map(({ name }, index) => ({
        name,
        bytes: new Uint8Array(readFileSync(join(folder, 'out', `${index}.xlsx`))),
      }));
      const outcome = collected(of, back);
      expect(outcome.files.map(({ unit, verdict, problems }) => ({ unit, verdict, problems }))).toEqual(
        units.map((unit) => ({
          unit,
          verdict: 'merge',
          problems: [expect.objectContaining({ code: 'reportedAlready' })],
        })),
      );
      done(await applyPlan(outcome.plan, AT));
      const after = await reviewed();
      expect(after.registers.proceedings!.slice(-3).map(({ unit, content }) => [unit, content])).toEqual(
        units.map((unit) => [unit, `${unit}本月完成阶段任务`]),
      );
    } finally {
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
