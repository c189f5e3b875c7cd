import type { ReactNode } from 'react';
import type { Ribbon, RibbonButton } from './ribbon';

/** The ribbon's tab as one slim row. */
export function CommandRow({
  ribbon,
  disabled,
  onCommand,
}: {
  readonly ribbon: Ribbon;
  readonly disabled: boolean;
  readonly onCommand: (button: RibbonButton) => void;
}): ReactNode {
  return (
    <nav className="command-row" aria-label={ribbon.tab}>
      <span className="tab-name" aria-hidden="true">
        {ribbon.tab}
      </span>
      {ribbon.groups.map(({ label, buttons }) => (
        <div key={label} className="command-group" role="group" aria-label={label}>
          {buttons.map((button) => (
            <button
              key={button.id}
              type="button"
              className="command"
              title={button.tip}
              disabled={disabled}
              onClick={() => onCommand(button)}
            >
              <img src={button.icon} alt="" width="16" height="16" />
              {button.label}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
