import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Ledger } from '#ledger.ts';
import type { Dice } from '../../bench/dice.ts';

/** A life of the program, which may end at any call of the database: before it, in the middle, or after it. */
export type Mortal = { isDead: boolean; readonly diesOneIn: number };

type Method = (...args: never[]) => Promise<unknown>;

/** What a transaction is broken off with when the program dies in it. */
const DEATH = new Error('the program died');

/** The ledger as one life sees it: to who is dead no answer ever comes. */
export function mortalLedger(
  ledger: Ledger,
  mortal: Mortal,
  dice: Dice,
): Pick<Ledger, keyof DeliveryStores | 'feeds' | 'transaction'> {
  const mayDie = (): void => {
    if (dice.below(mortal.diesOneIn) === 0) mortal.isDead = true;
  };
  async function live<Result>(call: () => Promise<Result>): Promise<Result> {
    mayDie();
    if (mortal.isDead) return never();
    const result = await call();
    mayDie();
    return mortal.isDead ? never() : result;
  }
  const ofStore = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        return typeof method === 'function'
          ? (...args: never[]) => live(() => (method as Method).apply(target, args))
          : method;
      },
    });
  return {
    ...ledger,
    deliveries: ofStore(ledger.deliveries),
    subscriptions: ofStore(ledger.subscriptions),
    workspaces: ofStore(ledger.workspaces),
    notices: ofStore(ledger.notices),
    stops: ofStore(ledger.stops),
    digests: ofStore(ledger.digests),
    transaction: (work) =>
      live(() =>
        ledger.transaction(async (stores) => {
          const result = await work(stores);
          mayDie();
          if (mortal.isDead) throw DEATH;
          return result;
        }),
      ).catch((cause: unknown) => {
        if (cause === DEATH) return never();
        throw cause;
      }),
  };
}

const never = <Result>(): Promise<Result> => new Promise(() => {});
