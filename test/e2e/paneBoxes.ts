import type { Frame } from 'playwright-core';
import { ROOM_WORDS, WORDS } from '../../src/taskpane/words';
import { BULLETIN, HEAD_FORM, RECTIFICATION } from '../../src/taskpane/words/bulletin';
import { EARLIER, OFFICE, TURN } from '../../src/taskpane/words/letters';
import { MONTH } from '../../src/taskpane/words/month';
import { PROCEEDING, REGISTER } from '../../src/taskpane/words/registering';
import { EVENTS } from '../../src/taskpane/words/scores';
import { PANELS, type Place } from './everywhere';
import { room } from './paneFrame';

/** A place of the pane with boxes to type into. */
export interface BoxPlace {
  readonly name: string;
  readonly open: (place: Place) => Promise<void>;
  /** The boxes there, by name; numbers and what must be filled in not told. A new one must be listed. */
  readonly boxes: readonly string[];
  /** What is done with what was typed; absent: it is used as it is typed. */
  readonly deed?: string | RegExp;
}

type Door = (pane: Frame) => Promise<void>;
const press =
  (name: string | RegExp): Door =>
  (pane) =>
    pane
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
const tab =
  (name: string): Door =>
  (pane) =>
    pane.getByRole('tab', { name, exact: true }).click();
const choose =
  (name: string, value: string): Door =>
  async (pane) => {
    await pane.getByRole('combobox', { name }).selectOption(value);
  };
const tickFirst =
  (list: RegExp): Door =>
  (pane) =>
    pane.getByRole('list', { name: list }).getByRole('checkbox').first().click();
const inRoom =
  (own: keyof typeof ROOM_WORDS, ...doors: readonly Door[]) =>
  async ({ pane }: Place): Promise<void> => {
    await room(pane, ROOM_WORDS[own]);
    for (const door of doors) await door(pane);
  };
const inPanel =
  (own: keyof typeof PANELS, ...doors: readonly Door[]) =>
  async (place: Place): Promise<void> => {
    await PANELS[own](place);
    for (const door of doors) await door(place.pane);
  };
const words = (name: string): BoxPlace => ({
  name: `通报：${name}`,
  open: inRoom('bulletin', tab('通报'), press(BULLETIN.edit(name))),
  boxes: [name],
  deed: BULLETIN.take,
});

/** Every room and panel that has boxes, in an order in which what is typed in one hides nothing of the next. */
export const BOX_PLACES: readonly BoxPlace[] = [
  {
    name: '办理登记',
    open: inPanel('proceeding', choose(PROCEEDING.kind, 'extension')),
    boxes: [PROCEEDING.date, PROCEEDING.reason, PROCEEDING.newDeadline, PROCEEDING.approver],
    deed: /^登记 \d+ 件$/,
  },
  {
    name: '文书：补记上一文书',
    open: inRoom('letters', tab('待发'), choose('怎样交出', 'recordOnly'), press(/^生成 \d+ 份$/)),
    boxes: ['交办单编号', '交办单日期', '交办单编号', '交办单日期'],
    deed: EARLIER.go,
  },
  {
    name: '文书：作废',
    open: inRoom('letters', tab('登记在案'), tickFirst(/^登记在案的文书$/), press('作废')),
    boxes: [TURN.reason],
    deed: TURN.go,
  },
  {
    name: '文书：单位与模板',
    open: inRoom('letters', tab('单位与模板')),
    boxes: [
      '发文机关',
      '办公室',
      '督查机构',
      '承办科室',
      '联系人',
      '联系电话',
      '经办人',
      '答复天数',
      '编号最少位数',
      '标题字体',
      '正文字体',
      '一级标题字体',
      '二级标题字体',
      '页码字体',
    ],
    deed: OFFICE.save,
  },
  {
    name: '计分：登记加减分',
    open: inRoom('scores', tab('登记'), choose(EVENTS.kind, 'manual')),
    boxes: [EVENTS.date, EVENTS.unit, EVENTS.points, EVENTS.basis, EVENTS.author],
    deed: EVENTS.enter,
  },
  words('标题'),
  words('开头'),
  words('下步要求'),
  {
    name: '通报：版式（简报式）',
    open: inRoom('bulletin', press(/^版式/)),
    boxes: [HEAD_FORM.name, HEAD_FORM.issue, HEAD_FORM.editor.brief, HEAD_FORM.issuedOn],
    deed: HEAD_FORM.take,
  },
  {
    name: '通报：版式（文件式）',
    open: inRoom('bulletin', press(/^版式/), (pane) => pane.getByRole('radio', { name: /文件式/ }).click()),
    boxes: [HEAD_FORM.number, HEAD_FORM.editor.document, HEAD_FORM.issuedOn],
    deed: HEAD_FORM.take,
  },
  {
    name: '通报：整改报告',
    open: inRoom('bulletin', tab('整改'), press(/^登记收到/)),
    boxes: [RECTIFICATION.date, RECTIFICATION.content],
    deed: RECTIFICATION.next,
  },
  {
    name: '通报：表扬批评',
    open: inRoom('bulletin', tab('通报'), press(/^表扬 \d/), tickFirst(/可以批评/)),
    boxes: ['市农业农村局整改报告期限'],
  },
  { name: '设置', open: inPanel('settings'), boxes: ['临期：时限前几天起提示'] },
  {
    name: '新增事项',
    open: inPanel('register', press(/^其余 \d+ 列$/), (pane) =>
      pane.getByRole('checkbox', { name: REGISTER.approval }).click(),
    ),
    boxes: [
      '序号',
      '督查事项',
      '事项类别',
      '立项依据',
      '批示领导',
      '工作要求',
      '牵头单位',
      '配合单位',
      '交办时间',
      '办结时限',
      '办理状态',
      '责任人',
      '联系电话',
      '交办单编号',
      '延期至',
      '延期批准人',
      '办结时间',
      '进展情况',
      '催办单编号',
      '催办日期',
      '督办单编号',
      '督办日期',
      '密级',
      '备注',
      REGISTER.opinion,
      REGISTER.approver,
      REGISTER.approvedOn,
    ],
    deed: /^登记 \d+ 件$/,
  },
  {
    name: '新增事项：粘贴',
    open: inPanel('register', press(REGISTER.paste)),
    boxes: [REGISTER.pasteHere],
    deed: /^登记 \d+ 件$/,
  },
  { name: '收表', open: inPanel('collect', tab('收回')), boxes: ['记入日期'] },
  { name: '月度督查：跳过', open: inPanel('month', press(/^跳过/)), boxes: [MONTH.skipReason], deed: MONTH.skipGo },
  { name: '催办：查找', open: inRoom('reminders'), boxes: [WORDS.searchIn] },
  {
    name: '统计日期',
    open: async ({ pane }) => {
      await room(pane, ROOM_WORDS.overview);
      await press(new RegExp(`^${WORDS.asOf}：`))(pane);
      await pane.getByRole('menuitem', { name: WORDS.otherDate }).click();
    },
    boxes: [WORDS.asOf],
  },
];
