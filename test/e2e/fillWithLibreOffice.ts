import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INPUT_COLUMNS, type InputColumn } from '../../src/domain/collect/fillIn';

/** What is typed into one file, by row under the header from 1. */
export interface Typing {
  readonly file: string;
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Partial<Record<InputColumn, string>>> }[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const LIBRARY = 'xmlns:library="http://openoffice.org/2000/library"';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The header is looked for as a person would; what the sheet's protection forbids is not written. */
const TYPE_IN = `
Sub TypeIn(address As String, header As String, down As Long, words As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim book As Object, sheet As Object, row As Long, column As Long
  book = StarDesktop.loadComponentFromURL(address, "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  For row = 0 To 9
    For column = 0 To 19
      If sheet.getCellByPosition(column, row).String = header Then
        sheet.getCellByPosition(column, row + down).FormulaLocal = words
        book.store()
        book.close(True)
        Exit Sub
      End If
    Next column
  Next row
  book.close(True)
End Sub
`;

/** Opens each file in LibreOffice, types into it cell by cell, and saves it in its own format there. */
export function fillWithLibreOffice(soffice: string, typings: readonly Typing[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'typing-'));
  try {
    const calls = typings.flatMap(({ file, rows }) =>
      rows.flatMap(({ row, cells }) =>
        INPUT_COLUMNS.flatMap((header) =>
          cells[header] === undefined
            ? []
            : [
                `  TypeIn(${[pathToFileURL(file).href, header].map(quoted).join(', ')}, ${row}, ${quoted(cells[header])})`,
              ],
        ),
      ),
    );
    const basic = `${TYPE_IN}\nSub Fill\n${calls.join('\n')}\n  StarDesktop.terminate()\nEnd Sub\n`;
    const run = (...more: readonly string[]): void => {
      const start = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...more];
      execFileSync(soffice, start, { stdio: 'ignore', timeout: 600_000 });
    };
    // The first start lays out a profile of its own over whatever is there.
    run('--terminate_after_init');
    const standard = join(profile, 'user/basic/Standard');
    mkdirSync(standard, { recursive: true });
    writeFileSync(
      join(standard, 'script.xlb'),
      `${HEAD}<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Typing"/></library:library>`,
    );
    writeFileSync(
      join(standard, 'Typing.xba'),
      `${HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic">${escaped(basic)}</script:module>`,
    );
    run('macro:///Standard.Typing.Fill()');
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
