import { nameForm } from '@dateline/shared/account-forms';
import { nameInput } from '@dateline/shared/reader';
import { inTransaction } from '../../in-transaction.ts';
import { parseInput } from '../failure.ts';
import { limitRate } from '../limit-rate.ts';
import { refuseName } from '../refuse-name.ts';
import { ownForm } from './own-page.ts';

/** `/account/name` */
export const accountName = ownForm({
  path: '/account/name',
  title: 'Change your name',
  draw: nameForm,
  values: (_exchange, { name }) => ({ name }),
  done: 'name',
  save: async ({ payload, input, address }, { id, name, staff, person }) => {
    const data = parseInput(nameInput, input);
    await limitRate(payload, 'change', id, address);
    if (data.name !== name) await refuseName(payload, data.name, staff || person !== null);
    await inTransaction(payload, (req) => payload.update({ collection: 'readers', id, data, depth: 0, req }));
  },
});
