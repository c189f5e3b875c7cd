import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { JSDOM } from 'jsdom';

const folder = join(__dirname, '../../../src/taskpane');
const script = readFileSync(join(folder, 'bootstrap/bootstrap.js'), 'utf8');
const html = readFileSync(join(folder, 'taskpane.html'), 'utf8')
  .replace(/<script[^>]*><\/script>/, '')
  .replace(/src="taskpane\/bootstrap\.js"/, 'type="text/plain"')
  .replace(/<%= htmlWebpackPlugin[^%]*%>/, 'taskpane/react.js taskpane/taskpane.js')
  .replace(/<%= commands[^%]*%>/, 'markOverdue openLetters')
  .replace(/<%=[^%]*%>/g, '');

interface Setting {
  /** What `Office.onReady` answers; `never` for a host without a bridge, `absent` for office.js not loaded. */
  readonly office: { readonly host: string | null; readonly level?: number } | 'never' | 'absent';
  readonly oldBrowser?: boolean;
}

/** Runs the script in the pane's page. `pass` lets time go by. */
function start({ office, oldBrowser = false }: Setting) {
  const { window } = new JSDOM(html, { runScripts: 'outside-only', url: 'https://localhost:3000/taskpane.html' });
  const timers: (() => void)[] = [];
  const { document } = window;
  Object.assign(window, { setTimeout: (work: () => void) => timers.push(work) });
  const actions = new Map<string, (event: unknown) => void>();
  let broughtOut = 0;
  if (oldBrowser) Object.assign(window, { WeakRef: undefined });
  if (office !== 'absent') {
    Object.assign(window, {
      Office: {
        onReady: (ready: (info: { host: string | null }) => void) => {
          if (office !== 'never') ready({ host: office.host });
        },
        actions: { associate: (name: string, action: (event: unknown) => void) => actions.set(name, action) },
        addin: { showAsTaskpane: async () => void (broughtOut += 1) },
        context: {
          requirements: {
            isSetSupported: (set: string, version: string) =>
              set === 'ExcelApi' && office !== 'never' && (office.level ?? 0) >= Number(version.split('.')[1]),
          },
        },
      },
    });
  }
  window.eval(script);
  const loaded = () => [...document.querySelectorAll<HTMLScriptElement>('body > script[src]')];
  return {
    address: () => document.querySelector('#unsupported .address')!.textContent,
    shown: () => [...document.querySelectorAll('section')].filter((section) => !section.hidden).map(({ id }) => id),
    found: (id: string) => document.querySelector(`#${id} .found`)!.textContent,
    loaded,
    fire: (index: number, event: 'load' | 'error') => loaded()[index]!.dispatchEvent(new window.Event(event)),
    /** Excel calls a button's function; answers how often its event was completed so far. */
    press: (name: string) => {
      let completed = 0;
      actions.get(name)!({ completed: () => (completed += 1) });
      return () => completed;
    },
    take: (commands: (name: string, event: unknown) => void) =>
      (window as unknown as { supervisionCommands: { take(own: typeof commands): void } }).supervisionCommands.take(
        commands,
      ),
    broughtOut: () => broughtOut,
    pass: () => timers.splice(0).forEach((work) => work()),
  };
}

describe('窗格打开之前', () => {
  test('脚本是 ES5，旧浏览器也读得懂', () => {
    const problems = new Linter().verify(script, { languageOptions: { ecmaVersion: 5, sourceType: 'script' } });
    expect(problems).toEqual([]);
  });
  test('Excel 够新：按顺序装入窗格的脚本，窗格来了收起提示', () => {
    const pane = start({ office: { host: 'Excel', level: 14 } });
    expect(pane.loaded().map((element) => [element.getAttribute('src'), element.async])).toEqual([
      ['taskpane/react.js', false],
      ['taskpane/taskpane.js', false],
    ]);
    pane.fire(1, 'load');
    expect(pane.shown()).toEqual(['connecting']);
    pane.take(() => undefined);
    expect(pane.shown()).toEqual([]);
  });
  test('Excel 只到 ExcelApi 1.13：说清要什么，不装窗格', () => {
    const pane = start({ office: { host: 'Excel', level: 13 } });
    expect(pane.shown()).toEqual(['unsupported']);
    expect(pane.found('unsupported')).toContain('ExcelApi 1.14');
    expect(pane.address()).toBe('https://localhost:3000/index.html');
    expect(pane.loaded()).toEqual([]);
  });
  test('浏览器内核太旧：说清要什么，不装窗格', () => {
    const pane = start({ office: { host: 'Excel', level: 17 }, oldBrowser: true });
    expect(pane.shown()).toEqual(['unsupported']);
    expect(pane.found('unsupported')).toContain('浏览器内核太旧');
    expect(pane.loaded()).toEqual([]);
  });
  test('Excel 一直不应答：到时间说连不上', () => {
    const pane = start({ office: 'never' });
    expect(pane.shown()).toEqual(['connecting']);
    pane.pass();
    expect(pane.shown()).toEqual(['timeout']);
  });
  test('应答在先，时间到了也不再打扰', () => {
    const pane = start({ office: { host: 'Excel', level: 14 } });
    pane.take(() => undefined);
    pane.pass();
    expect(pane.shown()).toEqual([]);
  });
  test('office.js 没有装上：马上说连不上，并说缺了什么', () => {
    const pane = start({ office: 'absent' });
    expect(pane.shown()).toEqual(['timeout']);
    expect(pane.found('timeout')).toBe('缺少文件：office.js');
  });
  test('窗格的脚本缺一个：说出是哪一个', () => {
    const pane = start({ office: { host: 'Excel', level: 14 } });
    pane.fire(0, 'error');
    pane.fire(1, 'load');
    expect(pane.shown()).toEqual(['timeout']);
    expect(pane.found('timeout')).toBe('缺少文件：taskpane/react.js');
  });
  test('不在 Excel 里打开：请到 Excel 里去，或用网页', () => {
    expect(start({ office: { host: null } }).shown()).toEqual(['outside']);
  });

  test('按钮先于窗格脚本：先记着，窗格来了按次序办；以后的直接办', () => {
    const pane = start({ office: { host: 'Excel', level: 14 } });
    const first = pane.press('openLetters');
    pane.press('markOverdue');
    expect(first()).toBe(0);
    const taken: string[] = [];
    pane.take((name) => taken.push(name));
    pane.press('openLetters');
    expect(taken).toEqual(['openLetters', 'markOverdue', 'openLetters']);
    expect(pane.broughtOut()).toBe(0);
  });
  test.each([
    ['Excel 太旧', { office: { host: 'Excel', level: 13 } }],
    ['浏览器内核太旧', { office: { host: 'Excel', level: 17 }, oldBrowser: true }],
  ] as const)('%s：按钮的调用马上结束，把说明原因的页面拿出来', (_why, setting) => {
    const pane = start(setting);
    expect(pane.press('markOverdue')()).toBe(1);
    expect(pane.broughtOut()).toBe(1);
  });
  test('一直不应答、脚本缺失：记着的调用也结束', () => {
    const silent = start({ office: 'never' });
    const waiting = silent.press('markOverdue');
    expect(waiting()).toBe(0);
    silent.pass();
    expect([waiting(), silent.broughtOut()]).toEqual([1, 1]);
    const broken = start({ office: { host: 'Excel', level: 14 } });
    const kept = broken.press('markOverdue');
    broken.fire(0, 'error');
    expect([kept(), broken.press('openLetters')()]).toEqual([1, 1]);
  });
});
