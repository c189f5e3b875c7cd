import { mergeClasses } from '@fluentui/react-components';
import { cellName } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import { findingSentence } from '../../domain/findingSentence';
import { useDesk } from '../deskContext';
import { useLooks } from '../parts/looks';

/** Rows of 计分方案 that were not taken, each a way to its cell. */
export function SchemeFindings({ findings }: { readonly findings: readonly Finding[] }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  return (
    <ul className={looks.lines}>
      {findings.map((finding, index) => (
        <li key={`${cellName(finding.cell)}:${index}`}>
          <button
            type="button"
            className={mergeClasses(looks.bare, looks.text)}
            onClick={() => void desk.selectCell(finding.cell)}
          >
            {findingSentence(finding)} <span className={looks.hint}>{cellName(finding.cell)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
