import { ProgressBar } from '@fluentui/react-components';
import { PROGRESS } from '../words';
import { useLooks } from './looks';

/** Stands where something is still being counted. */
export function CountingLine(): React.JSX.Element {
  const looks = useLooks();
  return (
    <div className={looks.body} role="status">
      <span className={looks.hint}>{PROGRESS.counting}</span>
      <ProgressBar aria-label={PROGRESS.counting} />
    </div>
  );
}
