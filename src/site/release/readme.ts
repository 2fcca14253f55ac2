/** What an administrator reads first, in both languages. @param base the address without a slash at its end */
export function releaseReadme(version: string, base: string, id: string): string {
  return `补贴政策测算 ${version}：Excel 加载项的静态文件
地址：${base}
标识：${id}

1. 核对：sha256sum -c SHA256SUMS（Windows：certutil -hashfile 文件 SHA256）。
2. 把 site 里的全部文件放到 ${base}/ 对应的文件夹。
   IIS：site\\web.config 已在其中，文件夹设为网站或应用程序即可。
   nginx：nginx.conf 是样例，改三处路径后放进 http 段。
3. 在一台用户的机器上用浏览器打开 ${base}/help.html：能打开且没有证书警告，才能继续。
4. 把 manifest.xml 放进共享文件夹目录，或上传到管理中心。它只适用于这个地址。
更新：用新版的 site 覆盖旧文件。清单的版本号没有变时不必重新分发清单。
详见项目里的 docs/install.zh-CN.md。

Subsidy Rules ${version}: static files of the Excel add-in
Address: ${base}
Id: ${id}

1. Check: sha256sum -c SHA256SUMS (Windows: certutil -hashfile FILE SHA256).
2. Put all files of site/ into the folder behind ${base}/
   IIS: site\\web.config is among them; make the folder a site or an application.
   nginx: nginx.conf is a sample; set its three paths and include it in the http block.
3. Open ${base}/help.html in a browser on a user's machine: go on only when it opens without a certificate warning.
4. Put manifest.xml into the shared-folder catalog, or upload it to the admin centre. It is for this address only.
To update, overwrite site/ with that of the new version. The manifest is distributed again only when its version changed.
More in docs/install.md of the project.

Not responsible for office-js/: it is Microsoft's library, unmodified, under site/office-js/LICENSE.md. Microsoft is not
responsible for maintaining, updating or supporting this add-in.
`;
}
