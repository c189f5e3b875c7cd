import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = new JSDOM(text, { contentType: 'text/xml' }).window.document;

const all = (name: string): Element[] => [...manifest.getElementsByTagName(name)];
const one = (name: string): Element => {
  const found = all(name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const attributeOf = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** Child order of the elements used, by [MS-OWEMXML] 2.2 (OfficeApp, TaskPaneAppVersionOverridesV1_0). */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title', 'FunctionName'],
  OfficeMenu: ['Control'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

describe('manifest.xml', () => {
  test('is well-formed and a task pane add-in', () => {
    expect(manifest.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(one('VersionOverrides').getAttribute('xsi:type')).toBe('VersionOverridesV1_0');
  });

  test.each(Object.entries(SEQUENCES))('children of %s stand in the schema’s order', (parent, sequence) => {
    const parents = all(parent);
    expect(parents.length).toBeGreaterThan(0);
    for (const element of parents) {
      const places = [...element.children].map((child) => sequence.indexOf(child.tagName));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test('the id is a GUID and the version has four parts', () => {
    expect(one('Id').textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one('Version').textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  test('every resource named is defined, every resource defined is named', () => {
    const defined = [...one('Resources').querySelectorAll('[id]')].map((element) => attributeOf(element, 'id'));
    const named = [...manifest.querySelectorAll('[resid]')].map((element) => attributeOf(element, 'resid'));
    expect([...new Set(named)].sort()).toEqual([...defined].sort());
  });

  test('resource ids have at most 32 characters, control ids at most 125, and no id stands twice', () => {
    const ids = [...manifest.querySelectorAll('[id]')].map((element) => attributeOf(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of one('Resources').querySelectorAll('[id]')) {
      expect(attributeOf(element, 'id').length).toBeLessThanOrEqual(32);
    }
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(125);
  });

  test('short strings have at most 125 characters, long strings at most 250, in both languages', () => {
    const values = (parent: string): string[] =>
      [...one(parent).querySelectorAll('[DefaultValue],[Value]')].map(
        (element) => element.getAttribute('DefaultValue') ?? attributeOf(element, 'Value'),
      );
    expect(values('bt:ShortStrings').every((value) => value.length > 0 && value.length <= 125)).toBe(true);
    expect(values('bt:LongStrings').every((value) => value.length > 0 && value.length <= 250)).toBe(true);
    for (const string of all('bt:String')) {
      expect([...string.children].map((child) => attributeOf(child, 'Locale'))).toEqual(['en-US']);
    }
  });

  test('all addresses are https', () => {
    const addresses = [...text.matchAll(/(?:DefaultValue|Value)="([a-z]+:\/\/[^"]+)"|<AppDomain>([^<]+)</g)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect(addresses.length).toBeGreaterThan(7);
    for (const address of addresses) expect(new URL(address).protocol).toBe('https:');
  });

  test('the icons exist and have the sizes declared', () => {
    const declared = all('bt:Image')
      .filter((element) => element.hasAttribute('size'))
      .map((element) => {
        const resource = manifest.querySelector(`[id="${attributeOf(element, 'resid')}"]`)!;
        return { size: Number(attributeOf(element, 'size')), address: attributeOf(resource, 'DefaultValue') };
      });
    declared.push({ size: 32, address: attributeOf(one('IconUrl'), 'DefaultValue') });
    declared.push({ size: 64, address: attributeOf(one('HighResolutionIconUrl'), 'DefaultValue') });
    for (const icon of all('Icon')) {
      expect([...icon.children].map((image) => attributeOf(image, 'size'))).toEqual(['16', '32', '80']);
    }
    for (const { size, address } of declared) {
      const png = readFileSync(join(root, 'assets/icons', new URL(address).pathname.replace('/assets/', '')));
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test('one long-lived runtime serves the pane and the commands', () => {
    const runtime = one('Runtime');
    expect(attributeOf(runtime, 'lifetime')).toBe('long');
    expect(attributeOf(one('FunctionFile'), 'resid')).toBe(attributeOf(runtime, 'resid'));
    const panes = all('Action').filter((action) => attributeOf(action, 'xsi:type') === 'ShowTaskpane');
    expect(panes.map((pane) => attributeOf(pane.getElementsByTagName('SourceLocation')[0]!, 'resid'))).toEqual([
      attributeOf(runtime, 'resid'),
    ]);
  });

  test('an Excel that is too old still gets the pane, to be told why: the floor is ExcelApi 1.1', () => {
    const floor = [...manifest.documentElement.children].find((child) => child.tagName === 'Requirements')!;
    expect(
      [...floor.getElementsByTagName('Set')].map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]),
    ).toEqual([['ExcelApi', '1.1']]);
  });

  test('the ribbon has one tab, 督查', () => {
    const label = [...one('CustomTab').children].at(-1)!;
    expect(manifest.querySelector(`[id="${attributeOf(label, 'resid')}"]`)!.getAttribute('DefaultValue')).toBe('督查');
  });

  const chinese = (resid: string): string => manifest.querySelector(`[id="${resid}"]`)!.getAttribute('DefaultValue')!;
  const labels = (parent: string): readonly string[] =>
    [...one(parent).getElementsByTagName('Control')].map((control) =>
      chinese(attributeOf(control.getElementsByTagName('Label')[0]!, 'resid')),
    );

  test('选项卡上依次是：打开窗格、总览、核对、标记、清除、文书、计分、通报、撤销', () => {
    expect(labels('CustomTab')).toEqual([
      '督查台账',
      '总览',
      '台账核对',
      '标记逾期',
      '清除标记',
      '生成文书',
      '考核计分',
      '督查通报',
      '撤销',
    ]);
  });

  test('单元格右键菜单：本行生成催办单、登记办结', () => {
    expect(attributeOf(one('OfficeMenu'), 'id')).toBe('ContextMenuCell');
    expect(labels('OfficeMenu')).toEqual(['本行生成催办单', '登记办结']);
  });

  test('every group has at most 6 buttons, every function a name of its own', () => {
    for (const group of all('Group')) expect(group.getElementsByTagName('Control').length).toBeLessThanOrEqual(6);
    const names = all('FunctionName').map(({ textContent }) => textContent);
    expect(new Set(names).size).toBe(names.length);
  });

  test('no two buttons carry the same icon', () => {
    const icons = all('Control').map((control) =>
      readFileSync(
        join(
          root,
          'assets/icons',
          new URL(chinese(attributeOf(control.getElementsByTagName('bt:Image')[0]!, 'resid'))).pathname.slice(8),
        ),
        'base64',
      ),
    );
    expect(new Set(icons).size).toBe(icons.length);
  });

  test('all addresses are of one origin', () => {
    const origins = [...text.matchAll(/https:\/\/[^"<]+/g)].map(([address]) => new URL(address).origin);
    expect([...new Set(origins)]).toEqual(['https://localhost:3000']);
  });

  test('the first address of AppDomains is where the pages come from', () => {
    expect(all('AppDomain').map(({ textContent }) => textContent)).toEqual([
      new URL(attributeOf(all('SourceLocation')[0]!, 'DefaultValue')).origin,
    ]);
  });
});
