import {
  allComponents,
  COMPONENTS,
  type Component,
  FLAGS,
  isComponentsV2,
  type Json,
  type MessageBody,
} from './message.ts';
import type { Problem } from './validate-body.ts';

/** Text of a plain message, in UTF-16 units: which unit Discord counts is not documented, these are never fewer. */
const CONTENT_LIMIT = 2000;
/** All embeds of a message together (docs: resources/message, "Embed Limits"). */
const EMBED_TEXT_LIMIT = 6000;
/** All text displays of a message together (docs: components/reference). */
const V2_TEXT_LIMIT = 4000;
/** All components of a Components V2 message, nested ones included (docs: components/reference). */
const V2_COMPONENT_LIMIT = 40;
const ACTION_ROW_LIMIT = 5;

/** A message as it will stand, and the request that makes it so. */
export type Draft = {
  readonly request: Json;
  readonly result: MessageBody;
  /** What stood before, for an edit. */
  readonly before?: MessageBody;
  /** Flags that may be set in this way of sending. */
  readonly settableFlags: number;
};

/** What Discord refuses of a message beyond its schema: the rules of its documents. */
export function messageProblems(draft: Draft): readonly Problem[] {
  const { result, request } = draft;
  const components = allComponents(result.components);
  return [
    ...flagProblems(draft),
    ...mentionProblems(request),
    ...(isComponentsV2(result) ? v2Problems(draft, components) : plainProblems(result)),
    ...repeated(components.map(({ custom_id }) => custom_id)).map((id) => ({
      path: 'components',
      message: `custom_id ${id} stands twice`,
    })),
    ...repeated(components.map(({ id }) => id || undefined)).map((id) => ({
      path: 'components',
      message: `component id ${id} stands twice`,
    })),
    ...components.flatMap(componentProblems),
    ...fileProblems(result, components),
    ...textProblems(result, components),
  ];
}

/** Docs: components/reference, "File": only what was uploaded with the message can be shown, and must be. */
function fileProblems({ files = [] }: MessageBody, components: readonly Component[]): readonly Problem[] {
  const shown = components.flatMap(({ type, file }) => (type === COMPONENTS.FILE ? [file?.url] : []));
  const uploaded = files.map(({ name }) => `attachment://${name}`);
  return [
    ...shown
      .filter((url) => url === undefined || !uploaded.includes(url))
      .map((url) => ({ path: 'components', message: `${url} was not uploaded` })),
    ...uploaded
      .filter((url) => !shown.includes(url))
      .map((url) => ({ path: 'components', message: `${url} is shown by no component` })),
  ];
}

function flagProblems({ request, result, before, settableFlags }: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const kept = before?.flags ?? 0;
  if (before && isComponentsV2(before) && !isComponentsV2(result))
    problems.push({ path: 'flags', message: 'IS_COMPONENTS_V2 cannot be taken back' });
  const asked = typeof request['flags'] === 'number' ? request['flags'] : 0;
  if (asked & ~(settableFlags | kept))
    problems.push({ path: 'flags', message: `flags ${asked & ~(settableFlags | kept)} cannot be set here` });
  return problems;
}

/** Discord takes no text that only looks empty, and half a surrogate pair is no character of any text. */
function textProblems({ content }: MessageBody, components: readonly Component[]): readonly Problem[] {
  const texts = components.flatMap(({ type, label, content: shown }) => [
    ...(label === undefined ? [] : [{ path: 'label', text: label }]),
    ...(type === COMPONENTS.TEXT ? [{ path: 'content', text: shown ?? '' }] : []),
  ]);
  const all = content === '' ? texts : [{ path: 'content', text: content }, ...texts];
  return all.flatMap(({ path, text }) => [
    ...(text.trim() === '' ? [{ path, message: 'a text must not be blank' }] : []),
    ...(text.isWellFormed() ? [] : [{ path, message: 'a text holds half a character' }]),
  ]);
}

/** Docs: resources/message, "Allowed Mentions": a kind is parsed, or its ids are listed, never both. */
function mentionProblems(request: Json): readonly Problem[] {
  const {
    parse = [],
    users,
    roles,
  } = (request['allowed_mentions'] ?? {}) as {
    readonly parse?: readonly string[];
    readonly users?: readonly string[];
    readonly roles?: readonly string[];
  };
  return Object.entries({ users, roles })
    .filter(([kind, ids]) => (ids?.length ?? 0) > 0 && parse.includes(kind))
    .map(([kind]) => ({
      path: `allowed_mentions.${kind}`,
      message: `parse has ${kind} already: mutually exclusive`,
    }));
}

function v2Problems({ request, result }: Draft, components: readonly Component[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids']) {
    if (isFilled(request[key])) problems.push({ path: key, message: 'cannot be used with IS_COMPONENTS_V2' });
  }
  if (!isFilled(request['content']) && result.content !== '')
    problems.push({ path: 'content', message: 'must be cleared when IS_COMPONENTS_V2 is set' });
  if (!isFilled(request['embeds']) && result.embeds.length > 0)
    problems.push({ path: 'embeds', message: 'must be cleared when IS_COMPONENTS_V2 is set' });
  if (components.length > V2_COMPONENT_LIMIT)
    problems.push({ path: 'components', message: `${components.length} components, 40 at most` });
  const text = sumOf(
    components.map(({ type, content = '' }) => (type === COMPONENTS.TEXT ? content.length : 0)),
  );
  if (text > V2_TEXT_LIMIT)
    problems.push({ path: 'components', message: `${text} characters of text, 4000 at most` });
  return problems;
}

function plainProblems({ content, embeds, components }: MessageBody): readonly Problem[] {
  const problems: Problem[] = [];
  if (content.length > CONTENT_LIMIT)
    problems.push({ path: 'content', message: `${content.length} characters, 2000 at most` });
  const embedText = sumOf(embeds.map(embedLength));
  if (embedText > EMBED_TEXT_LIMIT)
    problems.push({ path: 'embeds', message: `${embedText} characters in all embeds, 6000 at most` });
  if (components.some(({ type }) => type !== COMPONENTS.ACTION_ROW))
    problems.push({ path: 'components', message: 'only action rows without IS_COMPONENTS_V2' });
  if (components.length > ACTION_ROW_LIMIT)
    problems.push({ path: 'components', message: `${components.length} action rows, 5 at most` });
  return problems;
}

/** Docs: components/reference, "Button" and "Action Row". */
function componentProblems(component: Component): readonly Problem[] {
  if (component.type === COMPONENTS.ACTION_ROW) return rowProblems(component);
  if (component.type !== COMPONENTS.BUTTON) return [];

  const { style, url, custom_id: customId, label, emoji } = component;
  const name = `button ${label ?? customId ?? ''}`;
  const isLink = style === 5;
  const problems: Problem[] = [];
  if (isLink && url === undefined) problems.push({ path: name, message: 'a link button needs a url' });
  if (isLink && customId !== undefined)
    problems.push({ path: name, message: 'a link button takes no custom_id' });
  if (isLink && url !== undefined && !/^(?:https?|discord):\/\//.test(url))
    problems.push({ path: name, message: 'the scheme must be http, https or discord' });
  if (!isLink && url !== undefined) problems.push({ path: name, message: 'only a link button takes a url' });
  if (!isLink && style !== 6 && customId === undefined)
    problems.push({ path: name, message: 'a button needs a custom_id' });
  if (!label && !emoji) problems.push({ path: name, message: 'a button needs a label or an emoji' });
  return problems;
}

function rowProblems({ components = [] }: Component): readonly Problem[] {
  const selects = components.filter(({ type }) => type !== COMPONENTS.BUTTON);
  return selects.length > 0 && components.length > 1
    ? [{ path: 'components', message: 'a select fills an action row' }]
    : [];
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

type EmbedText = {
  readonly title?: string;
  readonly description?: string;
  readonly footer?: { readonly text?: string };
  readonly author?: { readonly name?: string };
  readonly fields?: readonly { readonly name?: string; readonly value?: string }[];
};

function embedLength(embed: Json): number {
  const { title, description, footer, author, fields = [] } = embed as EmbedText;
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return sumOf(texts.map((text) => text?.length ?? 0));
}

const repeated = <T extends string | number>(values: readonly (T | undefined)[]): readonly T[] => {
  const known = values.filter((value) => value !== undefined);
  return [...new Set(known.filter((value, index) => known.indexOf(value) !== index))];
};

/** Flags that a message of the bot's own may be given at birth, by an edit, and as an answer. */
export const SETTABLE_FLAGS = {
  create: FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2,
  /** Docs: "Forum and Media Thread Message Params Object". */
  post: FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS,
  edit: FLAGS.SUPPRESS_EMBEDS | FLAGS.IS_COMPONENTS_V2,
  answer: FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2 | FLAGS.EPHEMERAL,
} as const;
