import { blockProblems } from './block-rules.ts';
import type { Answer, Call, Methods } from './method.ts';
import { refused } from './method.ts';
import { named, tell } from './read-content.ts';
import type { Problem } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import { viewProblems } from './view-rules.ts';
import type { Block, Team, View, World } from './world.ts';

/** docs.slack.dev, "Modals": at most three views on one another. */
const MOST_STACKED = 3;

/** `views.*` and `blocks.validate`. */
export const viewMethods: Methods = {
  'views.open': { takes: ['trigger_id', 'view', 'interactivity_pointer'], run: (call) => open(call) },
  'views.push': { takes: ['trigger_id', 'view', 'interactivity_pointer'], run: push },
  'views.update': { takes: ['view', 'view_id', 'external_id', 'hash'], run: update },
  'views.publish': { takes: ['user_id', 'view', 'hash'], run: publish },
  'blocks.validate': { takes: ['blocks', 'view', 'message'], run: validate },
};

function open(call: Call, root?: View): Answer {
  const trigger = call.answerRights.useTrigger(call.args['trigger_id'], call.now);
  if (trigger.kind === 'refused') return refused(trigger.error);
  const invalid = invalidView(call, 'modal');
  if (invalid) return invalid;
  const view = newView(call.world, {
    team: call.team.id,
    user: trigger.user,
    shown: call.args['view'] as View['shown'],
    ...(root && { rootId: root.rootId }),
  });
  return { ok: true, view: shownView(view, call) };
}

function push(call: Call): Answer {
  const root = call.world.views.findLast(({ isOpen, shown }) => isOpen && shown.type === 'modal');
  if (root === undefined) return refused('not_found');
  const stacked = call.world.views.filter(({ isOpen, rootId }) => isOpen && rootId === root.rootId);
  return stacked.length >= MOST_STACKED ? refused('push_limit_reached') : open(call, root);
}

function update(call: Call): Answer {
  const { view_id: id, external_id: externalId, hash } = call.args;
  const view = call.world.views.find(
    (known) =>
      known.isOpen && (known.id === id || (externalId !== undefined && known.externalId === externalId)),
  );
  if (view === undefined) return refused('not_found');
  if (hash !== undefined && hash !== view.hash) return refused('hash_conflict');
  const invalid = invalidView(call, 'modal');
  if (invalid) return invalid;
  showInView(view, call.args['view'] as View['shown']);
  return { ok: true, view: shownView(view, call) };
}

function publish(call: Call): Answer {
  const { user_id: user, hash } = call.args;
  const invalid = invalidView(call, 'home');
  if (invalid) return invalid;
  const shown = call.args['view'] as View['shown'];
  const known = call.world.views.find((view) => view.shown.type === 'home' && view.user === user);
  if (known && hash !== undefined && hash !== known.hash) return refused('hash_conflict');
  if (known) showInView(known, shown);
  const view = known ?? newView(call.world, { team: call.team.id, user: String(user), shown });
  return { ok: true, view: shownView(view, call) };
}

function validate({ args }: Call): Answer {
  const problems = isFields(args['view'])
    ? viewProblems(args['view'])
    : blockProblems(args['blocks'], 'message');
  if (problems.length === 0) return { ok: true };
  return refused('invalid_blocks', { errors: problems.map((problem) => ({ ...problem, code: 'invalid' })) });
}

function invalidView(call: Call, type: 'modal' | 'home'): Answer | undefined {
  const { view } = call.args;
  const problems: readonly Problem[] =
    isFields(view) && view['type'] !== type
      ? [{ pointer: '/view/type', message: `must be ${type}` }]
      : viewProblems(view);
  if (problems.length === 0) return undefined;
  const details = problems.map(tell);
  call.violate(['invalid_arguments', ...details].join('; '));
  return refused('invalid_arguments', {
    response_metadata: { messages: details.map((detail) => `[ERROR] ${detail}`) },
  });
}

/** A view that somebody gets before them. */
export function newView(
  world: World,
  { shown, rootId, ...owner }: Pick<View, 'team' | 'user' | 'shown'> & { readonly rootId?: string },
): View {
  const id = `V${String(world.views.length + 1).padStart(8, '0')}`;
  const externalId = shown['external_id'];
  const view: View = {
    ...owner,
    id,
    rootId: rootId ?? id,
    ...(typeof externalId === 'string' && { externalId }),
    hash: `${id}.1`,
    shown: withNamedBlocks(shown),
    isOpen: true,
  };
  world.views.push(view);
  return view;
}

/** The view shows this from now on. */
export function showInView(view: View, shown: View['shown']): void {
  const [, revision] = view.hash.split('.');
  view.hash = `${view.id}.${Number(revision) + 1}`;
  view.shown = withNamedBlocks(shown);
}

const withNamedBlocks = (shown: View['shown']): View['shown'] => ({
  ...shown,
  blocks: named(shown['blocks'] as readonly Block[]),
});

/** A view as answers and payloads show it. */
export const shownView = (
  view: View,
  { world, team }: { readonly world: World; readonly team: Team },
  values: unknown = {},
): Readonly<Record<string, unknown>> => ({
  private_metadata: '',
  callback_id: '',
  submit: null,
  close: null,
  notify_on_close: false,
  clear_on_close: false,
  external_id: '',
  ...view.shown,
  id: view.id,
  team_id: view.team,
  root_view_id: view.rootId,
  previous_view_id: null,
  app_id: world.appId,
  bot_id: team.botId,
  hash: view.hash,
  state: { values },
});
