/** A button as the manifest describes it, in the manifest's default language. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the 16-pixel icon, within the site. */
  readonly icon: string;
  /** null: the button opens the pane. */
  readonly functionName: string | null;
}

export interface Ribbon {
  readonly tab: string;
  readonly groups: readonly { readonly label: string; readonly buttons: readonly RibbonButton[] }[];
  /** Buttons of the cells' context menu. */
  readonly cellMenu: readonly RibbonButton[];
}

const BASIC_TYPES = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';

const all = (within: Element, name: string): readonly Element[] => [...within.getElementsByTagName(name)];
const child = (of: Element | undefined, name: string): Element | undefined =>
  of === undefined ? undefined : [...of.children].find(({ tagName }) => tagName === name);
const resource = (of: Element | undefined): string => of?.getAttribute('resid') ?? '';

/** Reads tab, groups and cell menu out of an add-in's manifest; null where it has no ribbon. */
export function readRibbon(manifest: Document): Ribbon | null {
  const root = manifest.documentElement;
  const [tab] = all(root, 'CustomTab');
  if (tab === undefined) return null;
  const resources = new Map(
    ['Image', 'String']
      .flatMap((name) => [...root.getElementsByTagNameNS(BASIC_TYPES, name)])
      .filter((element) => element.hasAttribute('id'))
      .map((element) => [element.getAttribute('id')!, element.getAttribute('DefaultValue') ?? '']),
  );
  const said = (element: Element | undefined): string => resources.get(resource(element)) ?? '';
  const site = new URL('.', all(root, 'SourceLocation')[0]?.getAttribute('DefaultValue') ?? 'https://localhost/').href;
  const button = (control: Element): RibbonButton => {
    const images = [...(child(control, 'Icon')?.children ?? [])];
    const icon = said(images.find((image) => image.getAttribute('size') === '16'));
    return {
      id: control.getAttribute('id') ?? '',
      label: said(child(control, 'Label')),
      tip: said(child(child(control, 'Supertip'), 'Description')),
      icon: icon.startsWith(site) ? icon.slice(site.length) : icon,
      functionName: child(child(control, 'Action'), 'FunctionName')?.textContent ?? null,
    };
  };
  return {
    tab: said(child(tab, 'Label')),
    groups: all(tab, 'Group').map((group) => ({
      label: said(child(group, 'Label')),
      buttons: all(group, 'Control').map(button),
    })),
    cellMenu: all(root, 'OfficeMenu')
      .filter((menu) => menu.getAttribute('id') === 'ContextMenuCell')
      .flatMap((menu) => all(menu, 'Control').map(button)),
  };
}
