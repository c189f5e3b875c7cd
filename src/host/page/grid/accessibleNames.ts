import { WORDS } from '../pageWords';

/** What Univer 0.25.1 leaves without a name, a role or a sensible place in the tab order. */
const MENDS: readonly (readonly [selector: string, attribute: string, value: string])[] = [
  ['[data-u-comp=defined-name] input', 'aria-label', WORDS.gridParts.nameBox],
  ['[data-u-comp=defined-name] a', 'role', 'button'],
  ['[data-u-comp=defined-name] a', 'aria-label', WORDS.gridParts.names],
  ['[data-u-comp=sheet-bar-append-button]', 'aria-label', WORDS.gridParts.addSheet],
  ['canvas[tabindex="1"]', 'tabindex', '0'],
];

function mend(container: HTMLElement): void {
  for (const [selector, attribute, value] of MENDS) {
    for (const element of container.querySelectorAll(selector)) {
      if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
    }
  }
  /* A wrapper around a button says that it can be expanded; the button is what a person reaches. */
  for (const wrapper of container.querySelectorAll('[data-slot=dropdown-menu-trigger]:not(button, [role])')) {
    wrapper.removeAttribute('aria-expanded');
    wrapper.removeAttribute('aria-haspopup');
  }
  for (const button of container.querySelectorAll('button:not([aria-label])')) {
    if (button.textContent === '') button.setAttribute('aria-label', WORDS.gridParts.button);
  }
  [...document.querySelectorAll('section[aria-label^="Notifications"], section[data-notices]')].forEach(
    (section, index) => {
      const label = `${WORDS.gridParts.notices} ${index + 1}`;
      section.setAttribute('data-notices', '');
      if (section.getAttribute('aria-label') !== label) section.setAttribute('aria-label', label);
    },
  );
}

/** Names Univer's controls for screen readers, now and as it draws new ones; returns how to stop. */
export function nameControls(container: HTMLElement): () => void {
  const observer = new MutationObserver(() => mend(container));
  observer.observe(container, { childList: true, subtree: true });
  mend(container);
  return () => observer.disconnect();
}
