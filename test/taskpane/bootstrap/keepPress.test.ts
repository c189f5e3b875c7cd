import { JSDOM } from 'jsdom';
import { keepPress } from '../../../src/taskpane/bootstrap/keepPress';

/** A pane of two deeds, and which of them were done. */
function pane() {
  const { window } = new JSDOM(
    '<main><p>一行话</p><button id="one"><span>标出</span></button><button id="two">撤销</button></main>',
  );
  const done: string[] = [];
  keepPress(window as unknown as Window);
  window.document.addEventListener('click', ({ target }) => {
    const deed = (target as Element).closest('button');
    if (deed !== null) done.push(deed.id);
  });
  const at = (selector: string): Element => window.document.querySelector(selector)!;
  const send = (type: string, selector: string, more: MouseEventInit = {}): void => {
    const event = new window.MouseEvent(type, { bubbles: true, cancelable: true, screenX: 40, screenY: 90, ...more });
    at(selector).dispatchEvent(Object.assign(event, { isPrimary: true }));
  };
  return { done, at, press: send.bind(null, 'pointerdown'), release: send.bind(null, 'click') };
}

describe('按下和松开之间窗格动了，点的仍是按下的那个', () => {
  test('没有动：点一下就是一下', () => {
    const { done, press, release } = pane();
    press('#one span');
    release('#one span');
    expect(done).toEqual(['one']);
  });
  test('按下的被挤到下面，浏览器点在两者之外：仍办按下的', () => {
    const { done, press, release } = pane();
    press('#one span');
    release('main');
    expect(done).toEqual(['one']);
    release('main');
    expect(done).toEqual(['one']);
  });
  test('手移开了再松开：不办', () => {
    const { done, press, release } = pane();
    press('#one');
    release('main', { screenY: 95 });
    expect(done).toEqual([]);
    press('#one');
    release('main', { screenY: 94 });
    expect(done).toEqual(['one']);
  });
  test('按的是空白处、按右键、按下的已经不在了：什么也不办', () => {
    const { done, at, press, release } = pane();
    press('p');
    release('main');
    press('#one', { button: 2 });
    release('main');
    press('#one');
    at('#one').remove();
    release('main');
    expect(done).toEqual([]);
  });
  test('按下以后用键盘办了另一件：各办各的', () => {
    const { done, press, release } = pane();
    press('#one');
    release('#two');
    release('main');
    expect(done).toEqual(['two']);
  });
});
