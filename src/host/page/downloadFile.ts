const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.12';

/** Hands the bytes to the browser as a download under that name. */
export function downloadFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: /\.xlsm$/i.test(name) ? XLSM : XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
