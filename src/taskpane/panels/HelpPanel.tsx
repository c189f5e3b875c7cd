import { useDesk } from '../deskContext';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { HELP } from '../words';

export default function HelpPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  return (
    <PanelFrame title={HELP.title} onBack={() => desk.showPanel('none')}>
      {HELP.parts.map(([name, text]) => (
        <section key={name} className={looks.section}>
          <h3 className={looks.heading}>{name}</h3>
          <p className={looks.text}>{text}</p>
        </section>
      ))}
    </PanelFrame>
  );
}
