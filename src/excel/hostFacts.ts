/** What the host says of itself. */
export interface HostFacts {
  /** `PC`, `Mac`, `OfficeOnline`, `iOS`; `不明` where it does not say. */
  readonly platform: string;
  /** Build, `16.0.17328.20162`. */
  readonly version: string;
  /** The embedded host answers, not Excel. */
  readonly embedded: boolean;
  readonly language: string;
  /** Requirement sets of the Excel API up to the newest, and whether the host has each. */
  readonly sets: readonly { readonly name: string; readonly supported: boolean }[];
}

const UNKNOWN = '不明';
/** ExcelApi 1.1 to 1.20, the newest published; the library this add-in carries ends at 1.15. */
const NEWEST_SET = 20;
const DESKTOP_SETS = ['1.1', '1.2', '1.3', '1.4'];
/** No build of Excel is called so: the embedded host's page announces it. */
const EMBEDDED_VERSION = '16.0.0.0';

export function hostFacts(): HostFacts {
  // Where only Excel's part of the library is loaded (tests over the embedded host), Office has no context.
  const context = typeof Office === 'undefined' ? undefined : (Office.context as Office.Context | undefined);
  const diagnostics = context?.diagnostics;
  const has = (set: string, version: string): boolean => context?.requirements?.isSetSupported?.(set, version) === true;
  const api = Array.from({ length: NEWEST_SET }, (_, index) => `1.${index + 1}`);
  return {
    platform: diagnostics === undefined ? UNKNOWN : String(diagnostics.platform),
    version: diagnostics?.version ?? UNKNOWN,
    embedded: diagnostics === undefined || diagnostics.version === EMBEDDED_VERSION,
    language: context?.displayLanguage ?? UNKNOWN,
    sets: [
      ...api.map((version) => ({ name: `ExcelApi ${version}`, supported: has('ExcelApi', version) })),
      ...DESKTOP_SETS.map((version) => ({
        name: `ExcelApiDesktop ${version}`,
        supported: has('ExcelApiDesktop', version),
      })),
    ],
  };
}
