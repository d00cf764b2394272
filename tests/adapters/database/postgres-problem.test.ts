import { expect, test } from 'vitest';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { isConnectionSpent, postgresProblem } from '#adapters/database/postgres-problem.ts';

const told = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  ['28P01', 'refused'],
  ['28000', 'refused'],
  ['3D000', 'no-such-database'],
  ['42501', 'no-rights'],
  ['25006', 'read-only'],
  ['53100', 'disk-full'],
  ['53300', 'busy'],
  ['57014', 'busy'],
  ['55P03', 'busy'],
  ['25P03', 'busy'],
  ['57P01', 'unreachable'],
  ['57P03', 'unreachable'],
  ['08006', 'unreachable'],
  ['XX001', 'corrupt'],
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable'],
])('code %s is told as %s, with what to do', (code, kind) => {
  const problem = postgresProblem(told('failed', code), 'readout at db.example');
  expect(problem).toBeInstanceOf(DatabaseProblem);
  expect(problem).toMatchObject({ kind, message: expect.stringContaining('readout at db.example') });
});

test.each([
  ['Connection terminated unexpectedly', 'unreachable'],
  ['Connection terminated due to connection timeout', 'unreachable'],
  ['timeout exceeded when trying to connect', 'busy'],
  ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'refused'],
])('what has no code is known by its words: %s', (message, kind) => {
  expect(postgresProblem(told(message), 'here')).toMatchObject({ kind });
});

test('of several addresses that were tried the first counts', () => {
  const tried = new AggregateError([told('refused', 'ECONNREFUSED'), told('refused', 'ENETUNREACH')]);
  expect(postgresProblem(tried, 'here')).toMatchObject({ kind: 'unreachable' });
});

test('a query that is wrong, a conflict and a fault of ours come back as they were', () => {
  for (const error of [
    told('wrong', '42601'),
    told('conflict', '40001'),
    told('odd', 'ERR_INVALID_ARG_TYPE'),
  ]) {
    expect(postgresProblem(error, 'here')).toBe(error);
  }
});

test('a connection is thrown away when its server goes or takes no changes, not when it was only busy', () => {
  expect(['57P01', '25006', 'ECONNRESET'].map((code) => isConnectionSpent(told('failed', code)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['57014', '40001', '23505'].map((code) => isConnectionSpent(told('failed', code)))).toEqual([
    false,
    false,
    false,
  ]);
});
