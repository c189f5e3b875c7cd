/** Policies the pages carry themselves, repeated as headers. */
export interface PagePolicies {
  readonly pane: string;
  readonly page: string;
}

/** Scripts whose names carry a hash of their content: they never change under one name. */
export const HASHED = String.raw`\.[0-9a-f]{8}\.js$`;

/**
 * Who may frame the pane is left open on purpose: Excel on the web frames it from addresses Microsoft does not list
 * (office-js-docs-pr #4911, office-js #1005, #3342), and X-Frame-Options breaks it (office-js #925).
 */
const FRAMES_NGINX = `        # 不用网页版 Excel 的单位，可在上面这条策略末尾加 "; frame-ancestors 'self'"。
        # 用网页版 Excel 的不要加：微软没有公布网页版嵌入加载项所用的全部地址。也不要加 X-Frame-Options。`;

/** An nginx configuration for the site at `baseUrl`. */
export function nginxExample(baseUrl: string, { pane, page }: PagePolicies): string {
  const { hostname, port, pathname } = new URL(baseUrl);
  const path = decodeURI(pathname);
  const from = path === '/' ? 'root  /srv/ducha-taizhang/site;' : 'alias /srv/ducha-taizhang/site/;';
  return `# nginx 示例（1.18 以上）。整份放进 /etc/nginx/conf.d/，证书、文件夹按本单位的改，先 nginx -t 再重新加载。
server {
    listen ${port === '' ? 443 : port} ssl;
    server_name ${hostname};
    ssl_certificate     /etc/nginx/certs/${hostname}.crt;
    ssl_certificate_key /etc/nginx/certs/${hostname}.key;
    ssl_protocols       TLSv1.2 TLSv1.3;

    location ${path} {
        ${from}
        index index.html;

        types {
            text/html               html;
            text/css                css;
            text/javascript         js;
            application/json        json;
            application/xml         xml;
            application/wasm        wasm;
            image/png               png;
            text/plain              txt;
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
        }
        charset utf-8;
        charset_types text/css text/javascript text/plain application/json application/xml;

        gzip on;
        gzip_comp_level 6;
        gzip_min_length 1024;
        gzip_vary on;
        gzip_types text/css text/javascript application/json application/xml application/wasm;

        # 网页、清单、office.js 每次先问有没有新的；文件名带哈希的一年内不用再取。
        add_header Cache-Control "$ducha_cache" always;
        add_header Content-Security-Policy "$ducha_policy" always;
${FRAMES_NGINX}
        add_header X-Content-Type-Options "nosniff" always;
        add_header Referrer-Policy "no-referrer" always;
        limit_except GET { deny all; }
    }
}

map $uri $ducha_cache {
    default              "no-cache";
    "~${HASHED}" "public, max-age=31536000, immutable";
}
map $uri $ducha_policy {
    default                  "";
    "~/taskpane\\.html$"      "${pane}";
    "~/(index\\.html)?$"      "${page}; frame-ancestors 'none'";
}
`;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** IIS answers these with the wrong type, or refuses them, where they are not named. */
const MIME = [
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.png', 'image/png'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const;

/** A web.config for IIS 8 or later, to lie in the site's folder. `files`: the site's files; IIS knows no patterns. */
export function iisExample({ pane, page }: PagePolicies, files: readonly string[]): string {
  const mime = MIME.map(
    ([ending, type]) =>
      `      <remove fileExtension="${ending}" />\n      <mimeMap fileExtension="${ending}" mimeType="${type}" />`,
  ).join('\n');
  const policy = (file: string, value: string): string => `  <location path="${file}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <add name="Content-Security-Policy" value="${attribute(value)}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  const lasting = (file: string): string =>
    `  <location path="${file}"><system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" ` +
    'cacheControlMaxAge="365.00:00:00" /></staticContent></system.webServer></location>';
  const hashed = files.filter((file) => new RegExp(HASHED).test(file));
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- IIS 示例：改名为 web.config，放进网站文件夹（与 index.html 同一层）。要装“静态内容压缩”功能，网站要绑定 https 证书。 -->
<configuration>
  <system.webServer>
    <staticContent>
${mime}
      <!-- 网页、清单、office.js 每次先问有没有新的。 -->
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <urlCompression doStaticCompression="true" />
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <!-- 不用网页版 Excel 的单位，可在 taskpane.html 的策略末尾加 "; frame-ancestors 'self'"。
       用网页版 Excel 的不要加：微软没有公布网页版嵌入加载项所用的全部地址。也不要加 X-Frame-Options。 -->
${policy('taskpane.html', pane)}
${policy('index.html', `${page}; frame-ancestors 'none'`)}
  <!-- 文件名带哈希的脚本，内容一变名字就变，一年内不用再取。 -->
${hashed.map(lasting).join('\n')}
</configuration>
`;
}
