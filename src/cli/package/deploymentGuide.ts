import type { PackageOptions } from './packageOptions';

export interface GuideFacts extends Pick<PackageOptions, 'baseUrl' | 'officeJs'> {
  /** Four numbers. */
  readonly version: string;
  readonly addInId: string;
  readonly siteBytes: number;
  readonly siteFiles: number;
}

const OFFICE_JS: Readonly<Record<PackageOptions['officeJs'], string>> = {
  self: '随网站一起放（site/office），运行时不访问外网。微软只对从它自己的网络取 office.js 提供支持，不联网的单位没有别的办法',
  cdn: '每次从 appsforoffice.microsoft.com 取，客户端要能访问这个地址',
  'cdn-cn': '每次从 appsforoffice.cdn.partner.office365.cn（世纪互联）取，客户端要能访问这个地址',
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * 部署说明, for the IT person. The steps are Microsoft's, each read in the documentation of August 2026:
 * learn.microsoft.com/office/dev/add-ins, pages publish/publish,
 * testing/create-a-network-shared-folder-catalog-for-task-pane-and-content-add-ins,
 * publish/publish-task-pane-and-content-add-ins-to-an-add-in-catalog, testing/sideload-an-office-add-in-on-mac,
 * testing/clear-cache, concepts/browsers-used-by-office-web-add-ins. Not found there: the menus of the admin centers,
 * how long centralized deployment takes to reach everyone.
 */
export function deploymentGuide({ baseUrl, officeJs, version, addInId, siteBytes, siteFiles }: GuideFacts): string {
  const { hostname } = new URL(baseUrl);
  return `督查台账 部署说明
================

版本 ${version}
网站地址 ${baseUrl}
office.js ${OFFICE_JS[officeJs]}

这里有什么
----------
site\\                    网站，${siteFiles} 个文件，${megabytes(siteBytes)}
manifest.xml             清单，带“督查”选项卡和单元格右键菜单
manifest-sharepoint.xml  清单，不带选项卡，给不认选项卡的目录（SharePoint）用
server\\nginx.conf        nginx 示例
server\\web.config        IIS 示例
SHA256SUMS.txt           每个文件的校验值

两份清单是同一个加载项（编号 ${addInId}），同一台电脑上只装一份。
编号不变，升级只换版本号。

要求
----
Windows：Microsoft 365 的 Excel，或 Excel 2021、2024（含批量许可版）。
Mac：Microsoft 365 的 Excel。网页版 Excel：Edge、Chrome 84 以上，Safari 14.1 以上。
Excel 2016、2019 装上以后打开的是一页说明，不改动台账；这些电脑改用浏览器（Edge、Chrome 84 以上），
在网页里办：${baseUrl}
iPad、手机不支持。
本软件没有在真正的 Excel 里试过，请先在一台电脑上试装。


第一步 放网站
-------------
1. 把 site 文件夹里的全部文件放到网站上，使 ${baseUrl}taskpane.html 能打开。
2. 照 server 里的示例设置。几件事不能少：
   - 必须是 https，证书要由客户端信任的机构签发（单位自建的证书，先把根证书发到各台电脑）。
     证书上的名称要与 ${hostname} 一致。
   - 网页（.html）、清单、office 文件夹不缓存或每次核对；文件名带八位哈希的脚本可以长期缓存。
   - 不要加 X-Frame-Options：加了网页版 Excel 打不开窗格。
   - 网站只有静态文件，只需要允许 GET，不需要数据库、登录、写权限。
3. 在客户端的浏览器里逐个打开，不能有证书警告：
   ${baseUrl}index.html     应看到样例台账
   ${baseUrl}taskpane.html  应看到“请在 Excel 里打开”
   ${baseUrl}assets/ledger-32.png  应看到图标
4. 核对文件是否完整（在本文件夹里）：
   Linux、Mac：sha256sum -c SHA256SUMS.txt（Mac 用 shasum -a 256 -c）
   Windows：certutil -hashfile 文件名 SHA256，与 SHA256SUMS.txt 里的比对


第二步 把加载项发给各台电脑（四种办法选一种）
---------------------------------------------

一、Microsoft 365 管理中心（微软对正式使用推荐的办法；要有 Microsoft 365 账号，客户端能上外网）
1. 用管理员账号进 Microsoft 365 管理中心。
2. 设置 → 集成应用 → 上传自定义应用 → Office 加载项 → 上传清单文件，选 manifest.xml。
   世纪互联版等单独运营的云没有“集成应用”，用管理中心里的“集中部署”（加载项），步骤相近。
3. 指派给督查人员所在的组，完成。Windows、Mac、网页版都能用，客户端不用设置。
4. 用户重新打开 Excel 后出现“督查”选项卡，可能要等一些时候。
网站仍在内网：能打开 ${baseUrl} 的电脑才能用。

二、共享文件夹 + 组策略（不上外网的单位）
只限 Windows；微软把它当测试用的办法，不对正式使用提供支持。Mac、iPad、网页版不支持这种办法。
1. 在服务器上建共享文件夹，如 \\\\服务器\\加载项，用户只读；把 manifest.xml 放进去，只放这一份。
2. 让各台电脑信任这个文件夹。先关掉全部 Office 程序。把下面的内容存成 ducha.reg（“Unicode”编码），改好路径
   （每个 \\ 写两遍），用组策略下发（用户配置 → 首选项 → Windows 设置 → 注册表），或者在一台电脑上双击试用：

Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${addInId}}]
"Id"="{${addInId}}"
"Url"="\\\\\\\\服务器\\\\加载项"
"Flags"=dword:00000001

   手工办法：Excel → 文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录 → 填共享文件夹路径 →
   添加目录 → 勾选“在菜单中显示” → 确定，关掉 Excel 再打开。
3. 打开 Excel：开始 → 加载项 → 高级（较早的版本：插入 → 我的加载项）→ 共享文件夹 → 督查台账 → 添加。
   每个用户添加一次，以后自动带上。
4. 新版改了选项卡上的按钮时，每个用户要重新添加一次。

三、本地 SharePoint 目录（Windows、网页版；没有选项卡，只有窗格；不支持 Mac）
1. SharePoint 管理中心 → 应用程序 → 管理应用程序目录，点网站地址打开目录网站。
2. 分发 Office 应用程序 → 新建 → 选择文件，上传 manifest-sharepoint.xml（不要用 manifest.xml：SharePoint 目录不认
   选项卡和右键菜单）。
3. 让各台电脑信任目录网站：手工办法同“二”，地址填网站集的短地址
   （如 https://服务器/sites/目录，不带后面的目录名）；或者用 Office 的组策略模板：
   用户配置 → 管理模板 → Microsoft Office 2016 → 安全设置 → 信任中心 → 受信任的目录。
4. Excel：开始 → 加载项 → 更多设置（较早的版本：插入 → 我的加载项）→ 我的组织 → 督查台账 → 添加。

四、Mac（没有管理中心部署时；微软把它当测试用的办法，每个用户各放一份）
1. 访达里按 Command+Shift+G，进
   ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef
   没有 wef 文件夹就新建一个。
2. 把 manifest.xml 拷进去，重新打开 Excel，打开一个工作簿。
3. 开始 → 加载项 → 督查台账（较早的版本：插入 → 我的加载项旁边的箭头）。
Mac 的 Excel 不能从窗格下载文件，文书改为写进工作表打印。


升级
----
1. 用新的 site 整个替换网站上的文件（旧的可以删）。窗格下次打开就是新的，多数升级到此为止。
2. 说明里写了“清单有变”时，再按第二步换清单。版本号必须比原来的大，Excel 才认。
3. 窗格还是旧的：点一下窗格，按 Ctrl+F5。
4. 换了按钮或图标还显示旧的，清一下 Excel 的加载项缓存（要清就全清，不要只删其中的清单）：
   Windows：文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录，勾选“下次 Office 启动时，清除所有以前
   启动的 Web 加载项缓存”，重新打开 Excel（2108 版以上）。或者关掉全部 Office 程序，删去
   %LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Wef 里的全部内容。
   Mac：窗格右上角的菜单 → 清除 Web 缓存；或者删去 ~/Library/Containers/com.Microsoft.OsfWebHost/Data 和
   ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef 里的内容，再把 manifest.xml 拷回 wef。
   按“二”“四”装的，清了以后要重新添加一次。

卸载
----
撤回部署，或删去共享文件夹里的清单、信任的目录、wef 里的清单。台账文件照常能用；台账里的标记是普通的条件格式，
先用“清除标记”去掉再卸载最干净。

出了问题
--------
没有“督查”选项卡        Excel 太旧，或者装的是 manifest-sharepoint.xml，或者还没有重新打开 Excel
窗格空白                客户端打不开 ${baseUrl}taskpane.html，先在浏览器里试，多半是证书
“连不上 Excel”          网站上缺文件（窗格会写出缺哪个），或者被网关改了内容；核对 SHA256SUMS.txt
“这一版 Excel 打不开”   版本太旧，见“要求”
点了按钮没有反应        先点“督查台账”打开窗格，再点按钮；仍不行，把窗格里的话记下来
浏览器能开、Excel 不能  WebView2 没有装（Windows 10 老版本），到微软网站下载离线安装包

离开本机的数据
--------------
没有。窗格只向 ${hostname} 取自己的文件${officeJs === 'self' ? '' : '，向微软取 office.js'}；由内容安全策略（CSP）限定。台账内容不上传、不写日志。
`;
}
