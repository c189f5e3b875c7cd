import { cellText } from '../../domain/cellText';
import type { Review } from './review';

/** Which workbook this is, whatever its file is called: the title line above each ledger, else the sheet's name. */
export function ledgerIdentity(of: Pick<Review, 'reading' | 'ledgers'>): string {
  const titles = of.ledgers.map(({ sheet, connection }) => {
    const head = of.reading.survey.sheets.find(({ head: { name } }) => name === sheet)?.head;
    const above = head?.values.slice(0, Math.max(0, connection.headerTop - head.top)) ?? [];
    return (
      above
        .flat()
        .map(cellText)
        .find((text) => text !== '') ?? sheet
    )
      .replace(/\s+/g, ' ')
      .replaceAll('；', '，');
  });
  return [...new Set(titles)].join('、');
}
