import type { OfficeJsSource } from './packageOptions';

/** Microsoft's own networks; learn.microsoft.com/office/dev/add-ins/develop/referencing-the-javascript-api-for-office-library-from-its-cdn */
const NETWORKS: Readonly<Record<Exclude<OfficeJsSource, 'self'>, { readonly origin: string; readonly path: string }>> =
  {
    cdn: { origin: 'https://appsforoffice.microsoft.com', path: '/lib/1/hosted/office.js' },
    'cdn-cn': {
      origin: 'https://appsforoffice.cdn.partner.office365.cn',
      path: '/appsforoffice/lib/1/hosted/office.js',
    },
  };
/** A built page has lost needless quotes. */
const OWN_SCRIPT = /src="?office\/office\.js"?/;
const OWN_POLICY = "script-src 'self'";

/** The pane's page with office.js from that source; its policy lets that network in and nothing else. */
export function paneWithOfficeJs(html: string, source: OfficeJsSource): string {
  if (source === 'self') return html;
  if (!OWN_SCRIPT.test(html) || !html.includes(OWN_POLICY)) throw new Error('taskpane.html is not as it was built');
  const { origin, path } = NETWORKS[source];
  return html.replace(OWN_SCRIPT, `src="${origin}${path}"`).replace(OWN_POLICY, `${OWN_POLICY} ${origin}`);
}
