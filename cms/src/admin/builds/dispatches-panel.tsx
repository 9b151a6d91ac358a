import { StandingText } from '../standing-text.tsx';
import { CallButton } from './call-button.tsx';
import type { DispatchSeen, TargetShown } from './site-questions.ts';
import { dispatchStanding } from './site-standing.ts';
import { Time } from './time.tsx';
import type { Clock } from './zoned.ts';

function LastCall({ dispatch, clock }: { dispatch: DispatchSeen | undefined; clock: Clock }) {
  const { calledAt, isTaken, dueAt } = dispatch ?? {};
  return (
    <span className="dateline-fact">
      {calledAt && (
        <>
          Last call <Time at={calledAt} clock={clock} />.{' '}
        </>
      )}
      {isTaken === false && dueAt && (
        <>
          Next try <Time at={dueAt} clock={clock} />.
        </>
      )}
      {isTaken === false && !dueAt && 'It is tried again with the next publish.'}
    </span>
  );
}

interface Props {
  targets: TargetShown[];
  dispatches: Map<string, DispatchSeen>;
  clock: Clock;
  mayCall: boolean;
}

/** Who is told of a publish besides the builders that read the feed by themselves, and what came of it. */
export function DispatchesPanel({ targets, dispatches, clock, mayCall }: Props) {
  return (
    <section className="dateline-panel">
      <h2 className="dateline-panel__title">Builds elsewhere</h2>
      {targets.length === 0 && (
        <p className="dateline-panel__quiet">
          None is set up. GitHub or any CI can be told of each publish: see <code>.env.example</code>.
        </p>
      )}
      <ul className="dateline-panel__list">
        {targets.map(({ name, title, place }) => {
          const dispatch = dispatches.get(name);
          return (
            <li key={name}>
              <strong className="dateline-fact">
                {title}, {place}
              </strong>
              <StandingText {...dispatchStanding(dispatch)} />
              <LastCall clock={clock} dispatch={dispatch} />
              {mayCall && (
                <CallButton
                  label={dispatch?.isTaken === false ? 'Try now' : 'Start a build'}
                  name={name}
                  title={title}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
