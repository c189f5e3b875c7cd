import type { HelpTopic } from '../desk/view';
import { HELP, HELP_TOPICS } from '../words/help';
import { HelpLines } from './HelpLines';
import { useLooks } from './looks';

/** Help beside a panel, over what is in it: what was typed there stays. */
export default function PanelHelp({ topic }: { readonly topic: HelpTopic }): React.JSX.Element {
  const looks = useLooks();
  const { name, lines } = HELP_TOPICS[topic];
  return (
    <section className={looks.section} aria-label={HELP.beside(name)}>
      <HelpLines lines={lines} />
    </section>
  );
}
