import type { Endpoint } from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { dispatchChannel } from './rows.ts';
import { standOf, type Target } from './target.ts';

/** `POST /newsroom/dispatches/:target`: has a builder elsewhere called at once, whether or not anything is new. */
export const dispatchRequests = (targets: Target[]): Endpoint => ({
  path: '/newsroom/dispatches/:target',
  method: 'post',
  handler: async (req) => {
    const staff = staffOf(req);
    if (!staff) return Response.json({ errors: [{ message: 'Log in as staff.' }] }, { status: 401 });
    if (!mayPublish(staff.role)) {
      return Response.json({ errors: [{ message: 'Ask an editor to start a build.' }] }, { status: 403 });
    }
    const target = targets.find(({ name }) => name === req.routeParams?.target);
    if (!target) return Response.json({ errors: [{ message: 'Nothing is set up there.' }] }, { status: 404 });
    const { pool } = req.payload.db;
    await pool.query(
      `insert into dispatches (target, place, requests, due_at) values ($1, $2, 1, clock_timestamp())
       on conflict (target) do update set requests = dispatches.requests + 1, due_at = clock_timestamp()`,
      [target.name, standOf(target)],
    );
    await pool.query('select pg_notify($1, $2)', [dispatchChannel, target.name]);
    return Response.json({}, { status: 202 });
  },
});
