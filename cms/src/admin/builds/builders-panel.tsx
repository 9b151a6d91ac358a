import { StandingText } from '../standing-text.tsx';
import type { BuilderSeen } from './site-questions.ts';
import { builderStanding } from './site-standing.ts';
import { Time } from './time.tsx';
import type { Clock } from './zoned.ts';

/** Who builds the site, and when each was last seen. */
export function BuildersPanel({ builders, clock }: { builders: BuilderSeen[]; clock: Clock }) {
  return (
    <section className="dateline-panel">
      <h2 className="dateline-panel__title">Builders</h2>
      {builders.length === 0 && (
        <p className="dateline-panel__quiet">
          None has asked for anything yet. <code>npm start</code> has one; <code>npm run site:watch</code> starts
          another.
        </p>
      )}
      <ul className="dateline-panel__list">
        {builders.map((builder) => (
          <li key={builder.id}>
            <StandingText {...builderStanding(builder)} />
            <span className="dateline-fact">
              {builder.isResident ? 'Resident' : 'Comes and goes'} <code>{builder.id.slice(0, 8)}</code>
              {builder.release !== null && (
                <>
                  , release <code>{builder.release}</code>
                </>
              )}
              , last seen <Time at={builder.lastSeen} clock={clock} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
