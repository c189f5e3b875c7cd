/** Where the add-in is served from, as the manifest in the repository has it. */
const HOME = 'https://localhost:3000';

/** `1.2.3`, with or without what npm allows after it → the four numbers of a manifest. */
export function manifestVersion(version: string): string {
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (numbers === null) throw new Error(`package.json has no version of three numbers: ${version}`);
  return `${numbers[1]}.${numbers[2]}.${numbers[3]}.0`;
}

/** The manifest for a site at `baseUrl` (ends with a slash). The id stays: Excel knows the add-in by it. */
export function packageManifest(manifest: string, baseUrl: string, version: string): string {
  return manifest
    .replace(/<AppDomain>[^<]*<\/AppDomain>/, `<AppDomain>${new URL(baseUrl).origin}</AppDomain>`)
    .replaceAll(`${HOME}/`, baseUrl.replaceAll('&', '&amp;'))
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${manifestVersion(version)}</Version>`);
}

/** SharePoint's catalogue takes no VersionOverrides: the pane opens, the ribbon stays as it is. */
export const withoutRibbon = (manifest: string): string =>
  manifest.replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, '');
