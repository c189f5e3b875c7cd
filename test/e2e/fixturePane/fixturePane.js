/* A pane small enough to see through: what the genuine office.js says, written into the page. */
Office.onReady(async (info) => {
  const note = (line) => {
    const item = document.createElement('li');
    item.textContent = line;
    document.getElementById('events').append(item);
  };
  window.run = (work) => Excel.run(work);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const used = sheet.getUsedRange(true);
    sheet.load('name');
    used.load('address');
    context.workbook.load('name');
    context.workbook.worksheets.onChanged.add(async (event) => note(`changed ${event.address} ${event.triggerSource}`));
    context.workbook.worksheets.onSelectionChanged.add(async () => {
      await Excel.run(async (inner) => {
        const selected = inner.workbook.getSelectedRange();
        selected.load('address');
        await inner.sync();
        note(`selected ${selected.address}`);
      });
    });
    await context.sync();
    const level = Office.context.requirements.isSetSupported('ExcelApi', '1.14');
    document.getElementById('ready').textContent =
      `${info.host} ${info.platform} 1.14=${level} | ${context.workbook.name} | ${sheet.name} | ${used.address}`;
  });
});
