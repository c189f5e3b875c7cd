import { ANY_REFUSAL, question, refusalOf, said, yesNo, type HostTheme, type Scratch } from './question';
import { reference } from './source';

/** Parts and settings of the self-test; cleared away with the sheets. */
export const TEST_NAMESPACE = 'urn:duchataizhang:hosttest:1';
export const TEST_SETTING = '~宿主自检~';

const xml = (text: string): string => `<test xmlns="${TEST_NAMESPACE}">${text}</test>`;

const scoped = ({ context }: Scratch): Excel.CustomXmlPartScopedCollection =>
  context.workbook.customXmlParts.getByNamespace(TEST_NAMESPACE);

/** Puts one part in place of those left by earlier questions. */
async function part(at: Scratch, text: string): Promise<Excel.CustomXmlPart> {
  const left = scoped(at).load('items/id');
  await at.context.sync();
  for (const own of left.items) own.delete();
  const made = at.context.workbook.customXmlParts.add(xml(text));
  await at.context.sync();
  return made;
}

async function textOf(at: Scratch, own: Excel.CustomXmlPart): Promise<string> {
  const got = own.getXml();
  await at.context.sync();
  return /<test\b[^>]*>([\s\S]*)<\/test>/.exec(got.value)?.[1] ?? got.value;
}

export const KEPT_WITH_FILE: HostTheme = {
  name: '随文件保存的内容',
  questions: [
    question(
      'part-text',
      '中文和转义字符原样读回',
      '督查 &lt;甲&gt; &amp; 乙',
      reference('CustomXmlPartCollection.add', 'CustomXmlPart.getXml'),
      async (at) => textOf(at, await part(at, '督查 &lt;甲&gt; &amp; 乙')),
    ),
    question('part-spaces', '连续空格与换行原样读回', '是', reference('CustomXmlPart.getXml'), async (at) =>
      yesNo((await textOf(at, await part(at, '甲  乙\n丙'))) === '甲  乙\n丙'),
    ),
    question(
      'part-large',
      '1 MB 的内容原样读回',
      '1000000 字',
      reference('CustomXmlPart.getXml'),
      async (at) => `${(await textOf(at, await part(at, 'a'.repeat(1_000_000)))).length} 字`,
    ),
    question(
      'part-namespace',
      '按命名空间找得到',
      '是',
      reference('CustomXmlPartCollection.getByNamespace'),
      async (at) => {
        await part(at, '甲');
        const own = scoped(at).getOnlyItemOrNullObject().load('namespaceUri');
        await at.context.sync();
        return yesNo(!own.isNullObject && own.namespaceUri === TEST_NAMESPACE);
      },
    ),
    question(
      'part-missing',
      '没有的命名空间得空对象',
      '空对象',
      reference('CustomXmlPartScopedCollection.getOnlyItemOrNullObject'),
      async (at) => {
        const none = at.context.workbook.customXmlParts
          .getByNamespace(`${TEST_NAMESPACE}:none`)
          .getOnlyItemOrNullObject();
        await at.context.sync();
        return none.isNullObject ? '空对象' : '有';
      },
    ),
    question(
      'part-two',
      '同一命名空间有两份时 getOnlyItem 拒绝',
      '拒绝',
      reference('CustomXmlPartScopedCollection.getOnlyItem'),
      async (at) => {
        await part(at, '甲');
        at.context.workbook.customXmlParts.add(xml('乙'));
        await at.context.sync();
        return refusalOf(at, () => scoped(at).getOnlyItem().load('id'));
      },
      ANY_REFUSAL,
    ),
    question('part-set', '改写后读到新的', '新', reference('CustomXmlPart.setXml'), async (at) => {
      const own = await part(at, '旧');
      own.setXml(xml('新'));
      return textOf(at, own);
    }),
    question(
      'part-broken',
      '不成 XML 的内容，拒绝',
      '拒绝',
      reference('CustomXmlPartCollection.add'),
      (at) => refusalOf(at, () => at.context.workbook.customXmlParts.add('<test>没有结尾')),
      ANY_REFUSAL,
    ),
    question('part-delete', '删去后没有了', '0 份', reference('CustomXmlPart.delete'), async (at) => {
      (await part(at, '甲')).delete();
      const count = scoped(at).getCount();
      await at.context.sync();
      return `${count.value} 份`;
    }),
    question('setting-read', '设置写入后读回', '文字 甲', reference('SettingCollection.add'), async ({ context }) => {
      context.workbook.settings.add(TEST_SETTING, '甲');
      const own = context.workbook.settings.getItem(TEST_SETTING).load('value');
      await context.sync();
      return said(own.value as unknown);
    }),
    question(
      'setting-again',
      '同名设置再写一次，取新的',
      '文字 乙',
      reference('SettingCollection.add'),
      async ({ context }) => {
        const { settings } = context.workbook;
        settings.add(TEST_SETTING, '甲');
        settings.add(TEST_SETTING, '乙');
        const own = settings.getItem(TEST_SETTING).load('value');
        await context.sync();
        return said(own.value as unknown);
      },
    ),
    question(
      'setting-missing',
      '没有的设置得空对象',
      '空对象',
      reference('SettingCollection.getItemOrNullObject'),
      async ({ context }) => {
        const none = context.workbook.settings.getItemOrNullObject(`${TEST_SETTING}没有`);
        await context.sync();
        return none.isNullObject ? '空对象' : '有';
      },
    ),
  ],
};
