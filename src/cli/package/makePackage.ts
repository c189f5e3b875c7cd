import { policyOf } from '../pageServer';
import { deploymentGuide } from './deploymentGuide';
import { paneWithOfficeJs } from './officeJs';
import { manifestVersion, packageManifest, withoutRibbon } from './packageManifest';
import type { PackageOptions } from './packageOptions';
import { iisExample, nginxExample } from './serverExamples';
import { checksums, type SiteFile } from './siteFiles';

const MANIFEST = 'manifest.xml';
const PANE = 'taskpane.html';
const PAGE = 'index.html';
/** Notepad of older Windows reads Chinese and line ends only so. */
const forNotepad = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (files: readonly SiteFile[], path: string): string => {
  const file = files.find((own) => own.path === path);
  if (file === undefined) throw new Error(`the built site has no ${path}`);
  return new TextDecoder().decode(file.bytes);
};
const policyIn = (html: string): string => {
  const policy = policyOf(html);
  if (policy === null) throw new Error('a built page has no policy');
  return policy;
};

/**
 * Everything an office's IT person gets, from the site as built: the site with its manifest, both manifests, examples
 * for web servers, 部署说明, checksums. The same input gives the same files.
 */
export function makePackage(
  built: readonly SiteFile[],
  version: string,
  { baseUrl, officeJs }: Pick<PackageOptions, 'baseUrl' | 'officeJs'>,
): readonly SiteFile[] {
  const manifest = packageManifest(textOf(built, MANIFEST), baseUrl, version);
  const pane = paneWithOfficeJs(textOf(built, PANE), officeJs);
  const changed = new Map([
    [MANIFEST, bytesOf(manifest)],
    [PANE, bytesOf(pane)],
  ]);
  const site = built
    .filter(({ path }) => officeJs === 'self' || !path.startsWith('office/'))
    .map(({ path, bytes }) => ({ path, bytes: changed.get(path) ?? bytes }));
  const policies = { pane: policyIn(pane), page: policyIn(textOf(built, PAGE)) };
  const guide = deploymentGuide({
    baseUrl,
    officeJs,
    version: manifestVersion(version),
    addInId: /<Id>([^<]+)</.exec(manifest)?.[1] ?? '',
    siteBytes: site.reduce((sum, { bytes }) => sum + bytes.length, 0),
    siteFiles: site.length,
  });
  const files: readonly SiteFile[] = [
    { path: MANIFEST, bytes: bytesOf(manifest) },
    { path: 'manifest-sharepoint.xml', bytes: bytesOf(withoutRibbon(manifest)) },
    { path: 'server/nginx.conf', bytes: bytesOf(nginxExample(baseUrl, policies)) },
    {
      path: 'server/web.config',
      bytes: bytesOf(
        iisExample(
          policies,
          site.map(({ path }) => path),
        ),
      ),
    },
    ...site.map(({ path, bytes }) => ({ path: `site/${path}`, bytes })),
    { path: '部署说明.txt', bytes: bytesOf(forNotepad(guide)) },
  ];
  return [...files, { path: 'SHA256SUMS.txt', bytes: bytesOf(checksums(files)) }];
}
