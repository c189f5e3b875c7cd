import { mergeClasses } from '@fluentui/react-components';
import type { Candidate } from '../../domain/checks/candidateMatter';
import { findingWithoutPlace } from '../../domain/findingSentence';
import type { PastedMatters as Pasted } from '../../domain/ledger/pastedMatters';
import { WORDS } from '../words';
import { REGISTER } from '../words/registering';
import { useLooks } from './looks';
import { useToneText } from './tones';

interface PastedMattersProps {
  readonly block: Pasted;
  readonly candidates: readonly Candidate[] | null;
}

const titleOf = ({ matter }: Candidate): string =>
  matter?.classified === true ? WORDS.classifiedTitle : (matter?.title ?? REGISTER.untitled);

/** What a pasted block holds, matter by matter, with what the checks say. */
export function PastedMatters({ block, candidates }: PastedMattersProps): React.JSX.Element {
  const looks = useLooks();
  const tones = useToneText();
  return (
    <section className={looks.section} aria-live="polite">
      <p className={looks.text}>{REGISTER.pasted(block.matters.length)}</p>
      {block.unknownHeaders.length > 0 && (
        <p className={looks.hint}>{REGISTER.unknownHeaders(block.unknownHeaders.join('、'))}</p>
      )}
      {block.tooLong.length > 0 && <p className={looks.hint}>{REGISTER.tooLong(block.tooLong.join('、'))}</p>}
      <ol className={looks.lines}>
        {candidates?.map((candidate, index) => (
          <li key={index}>
            <span className={looks.text}>{`${index + 1}. ${titleOf(candidate)}`}</span>
            {candidate.findings.map((finding) => (
              <p
                key={`${finding.code}:${finding.cell.column}`}
                className={mergeClasses(looks.hint, finding.level === 'error' && tones.danger)}
              >
                {findingWithoutPlace(finding)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
