import { mergeClasses } from '@fluentui/react-components';
import { useLooks } from './looks';
import { useToneText } from './tones';

/** Why nothing can be written, read out when it appears. */
export function Refusals({ sentences }: { readonly sentences: readonly string[] }): React.JSX.Element {
  const looks = useLooks();
  const tones = useToneText();
  return (
    <div role="alert">
      {sentences.length > 0 && (
        <ul className={looks.lines}>
          {[...new Set(sentences)].map((sentence) => (
            <li key={sentence} className={mergeClasses(looks.text, tones.danger)}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
