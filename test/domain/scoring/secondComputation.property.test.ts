import fc from 'fast-check';
import type { Matter, UnitMention } from '../../../src/domain/matter';
import type { EventKind, NoticeForm, NoticeStatus, Registers } from '../../../src/domain/registers/registers';
import { createUnitDirectory } from '../../../src/domain/registers/unitDirectory';
import {
  about,
  dateCell,
  blankDate,
  day,
  directoryUnit,
  event,
  matter,
  mentions,
  noMatter,
  notice,
  onDate,
  proceeding,
} from '../builders';
import { county, dengzhou, score, type Scored } from './scoring';
import { secondComputation, type PlainCase, type PlainMatter } from './secondComputation';

const UNITS = ['交通局', '水利局', '教育局', '民政局'];
const NAMES = [...UNITS, '交运局', '县局', '各局', '外来公司'];
const CATEGORIES = ['政府工作报告', '为民实事', '阶段性重点工作', '会议议定事项', '建议提案', '领导批示件', '信访'];
const FORMS = ['reminderNotice', 'supervisionOrder', 'supervisionOrder', 'interview', 'assignmentNotice'] as const;
const KINDS = [
  'meetingLate',
  'meetingAbsent',
  'materialLate',
  'commendation',
  'criticism',
  'noWorkPlan',
  'ledgerIncomplete',
  'reportLate',
  'reportLate',
  'commendedMatter',
  'manual',
] as const satisfies readonly EventKind[];

const START = Date.UTC(2025, 10, 1);
const date = fc.integer({ min: 0, max: 440 }).map((n) => new Date(START + n * 86_400_000).toISOString().slice(0, 10));
const plainMatter = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  leads: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
  co: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 1 }),
  assigned: date,
  due: fc.option(date, { freq: 4 }),
  closed: fc.option(date),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'recurring', 'suspended'),
}) satisfies fc.Arbitrary<Omit<PlainMatter, 'row'>>;

const cases: fc.Arbitrary<PlainCase> = fc
  .array(plainMatter, { minLength: 1, maxLength: 8 })
  .map((matters) =>
    matters.map((one, row): PlainMatter => ({ ...one, row, due: one.kind === 'recurring' ? null : one.due })),
  )
  .chain((matters) => {
    const row = fc.integer({ min: 0, max: matters.length - 1 });
    return fc.record<PlainCase>({
      scheme: fc.constantFrom('dengzhou-2018', 'county-2023'),
      asOf: date,
      matters: fc.constant(matters),
      notices: fc.array(
        fc.record({
          form: fc.constantFrom(...FORMS),
          number: fc.option(fc.constantFrom('〔2026〕1号', '〔2026〕2号')),
          date,
          to: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }),
          status: fc.constantFrom('sent', 'sent', 'sent', 'draft', 'void'),
          matters: fc.uniqueArray(row, { maxLength: 2 }),
        }),
        { maxLength: 12 },
      ),
      events: fc.array(
        fc.record({
          date,
          unit: fc.constantFrom(...NAMES),
          kind: fc.constantFrom(...KINDS),
          points: fc.option(fc.integer({ min: -300, max: 300 }).map((n) => n / 100)),
          basis: fc.option(fc.constant('会议纪要')),
          matter: fc.option(row),
        }),
        { maxLength: 20 },
      ),
      extensions: fc.array(
        fc.record({ matter: row, date, approver: fc.constantFrom('李市长', '李市长', '', '不同意', null) }),
        { maxLength: 6 },
      ),
      directory: fc.option(
        fc
          .tuple(...UNITS.map(() => fc.tuple(fc.constantFrom('named', 'none', 'unknown'), fc.constantFrom(0, 1, null))))
          .chain((marks) =>
            fc.constantFrom(true, true, false).map((assessed) => [
              ...UNITS.map((name, index) => ({
                name,
                aliases: index === 0 ? ['交运局', '县局'] : index === 1 ? ['县局'] : [],
                members: [],
                section: marks[index]![0] as 'named' | 'none' | 'unknown',
                officers: marks[index]![1] as number | null,
                assessed: index === 3 ? assessed : true,
              })),
              {
                name: '各局',
                aliases: [],
                members: ['交通局', '教育局'],
                section: 'unknown' as const,
                officers: null,
                assessed: true,
              },
            ]),
          ),
        { freq: 5 },
      ),
      annual: fc.boolean(),
      strict: fc.boolean(),
      everyThird: fc.boolean(),
      fullMarks: fc.boolean(),
      coTenths: fc.constantFrom(0, 0, 3, 5),
    });
  });

function resolved(names: readonly string[], units: Registers['directory']): readonly UnitMention[] {
  const directory = createUnitDirectory(units);
  return names.flatMap((name): readonly UnitMention[] => {
    const found = directory.resolve(name);
    if (found.kind === 'collective') return mentions(...found.members);
    if (found.kind === 'ambiguous' || found.kind === 'openCollective') {
      const unscorable = found.kind === 'ambiguous' ? 'ambiguous' : 'collective';
      return [{ written: name, unit: name, known: false, unscorable }];
    }
    return mentions(found.kind === 'alias' ? found.unit : name);
  });
}

const toMatter = (one: PlainMatter, units: Registers['directory']): Matter =>
  matter({
    row: one.row,
    category: one.category,
    leadUnits: resolved(one.leads, units),
    coUnits: resolved(one.co, units),
    assignedOn: onDate(one.assigned),
    deadline:
      one.kind === 'recurring'
        ? dateCell({ kind: 'recurring', text: '长期' })
        : one.due === null
          ? blankDate
          : onDate(one.due),
    closedOn: one.closed === null ? blankDate : onDate(one.closed),
    status: one.kind === 'suspended' ? 'suspended' : 'open',
  });

const toRegisters = (one: PlainCase): Registers => ({
  directory:
    one.directory?.map(({ section, ...unit }, row) =>
      directoryUnit(unit.name, {
        ...unit,
        section: section === 'named' ? { kind: 'named', name: '办公室' } : { kind: section },
        cell: { sheet: '单位名录', row, column: 0 },
      }),
    ) ?? null,
  notices: one.notices.map(({ form, number, date: on, to, status, matters }, row) =>
    notice({
      cell: { sheet: '文书登记簿', row, column: 1 },
      form: form as NoticeForm,
      number,
      date: day(on),
      unit: to.join('、'),
      status: status as NoticeStatus,
      matters: about(...matters.map(String)),
    }),
  ),
  proceedings: one.extensions.map(({ matter: row, date: on, approver }, index) =>
    proceeding({
      cell: { sheet: '办理登记', row: index, column: 0 },
      kind: 'extension',
      date: day(on),
      approver,
      matters: about(String(row)),
    }),
  ),
  events: one.events.map(({ matter: row, date: on, kind, ...rest }, index) =>
    event({
      ...rest,
      kind: kind as EventKind,
      cell: { sheet: '加减分登记', row: index, column: 0 },
      date: day(on),
      matters: row === null ? noMatter : about(String(row)),
    }),
  ),
});

const toMatters = (one: PlainCase): readonly Matter[] =>
  one.matters.map((each) => toMatter(each, toRegisters(one).directory));

const scored = (one: PlainCase, registers = toRegisters(one), matters = toMatters(one)): Scored =>
  score({
    ruleSet: one.scheme === 'county-2023' ? county : dengzhou,
    asOf: one.asOf,
    matters,
    registers,
    settings: {
      annual: one.annual,
      lateClosingUnfinished: one.strict,
      everyThirdReport: one.everyThird,
      fullMarksWithoutMatters: one.fullMarks,
      coUnitRatio: one.coTenths / 10,
    },
  });

const hundredths = (points: number | null): number | null => (points === null ? null : Math.round(points * 100));

const figures = (result: Scored): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    result.scores.map(({ unit, total, month, rank, lines }) => [
      unit,
      { total, month, rank, lines: lines.map(({ rule, date: on, points }) => `${on} ${rule} ${points}`).sort() },
    ]),
  );

test('另一套逐分计算（分数用整数）与计分结果逐单位一致：总分、当月分', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const second = secondComputation(one);
      const first = new Map(
        scored(one).scores.map(({ unit, total, month }) => [
          unit,
          { total: hundredths(total), month: hundredths(month) },
        ]),
      );
      expect(Object.fromEntries(first)).toEqual(Object.fromEntries(second));
    }),
    { numRuns: 3000 },
  );
});

test('各行分值之和恰等于总分，各栏之和也是；名次按总分，并列同名次', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { scores } = scored(one);
      for (const { total, lines, blocks, rank } of scores) {
        if (total === null) {
          expect({ lines, rank }).toEqual({ lines: [], rank: null });
          continue;
        }
        const whole = (points: readonly number[]): number =>
          points.reduce((sum, each) => sum + Math.round(each * 100), 0);
        expect(whole(lines.map(({ points }) => points))).toBe(Math.round(total * 100));
        expect(whole(blocks.map(({ points }) => points))).toBe(Math.round(total * 100));
        for (const { points } of lines) expect(Math.round(points * 100) / 100).toBe(points);
        expect(rank).toBe(1 + scores.filter((other) => other.total !== null && other.total > total).length);
      }
    }),
    { numRuns: 500 },
  );
});

test('台账行序、登记行序不改变任何单位的得分', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (one, chance) => {
      const shuffled = <T>(rows: readonly T[] | null): T[] =>
        (rows ?? [])
          .map((row) => ({ row, place: chance.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
      const registers = toRegisters(one);
      const moved: Registers = {
        directory: registers.directory && shuffled(registers.directory),
        notices: shuffled(registers.notices).map((row, index) => ({ ...row, cell: { ...row.cell, row: index } })),
        proceedings: shuffled(registers.proceedings),
        events: shuffled(registers.events).map((row, index) => ({ ...row, cell: { ...row.cell, row: index } })),
      };
      expect(figures(scored(one, moved, shuffled(toMatters(one))))).toEqual(figures(scored(one)));
    }),
    { numRuns: 500 },
  );
});

test('增加其他单位的事项不改变本单位得分（名次除外）', () => {
  fc.assert(
    fc.property(cases, plainMatter, (one, extra) => {
      const added = toMatter({ ...extra, row: 99, leads: ['卫健局'], co: [] }, null);
      const before = figures(scored(one));
      const after = figures(scored(one, toRegisters(one), [...toMatters(one), added]));
      const unranked = (all: Readonly<Record<string, unknown>>): unknown =>
        Object.fromEntries(
          Object.entries(all)
            .filter(([unit]) => unit !== '卫健局')
            .map(([unit, figure]) => [unit, { ...(figure as object), rank: null }]),
        );
      expect(unranked(after)).toEqual(unranked(before));
    }),
    { numRuns: 500 },
  );
});
