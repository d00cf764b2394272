import type { ZodMiniType } from 'zod/mini';

/** The part of a zod schema's definition that is walked here (zod/v4/core, "def"). */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, ZodMiniType>>;
  readonly element?: ZodMiniType;
  readonly innerType?: ZodMiniType;
  readonly options?: readonly ZodMiniType[];
  readonly getter?: () => ZodMiniType;
};

/**
 * The paths of keys that a schema does not name and that ask for something. Discord ignores them, and its schemas are
 * open: a misspelt key would pass unseen. A key that is null or false asks for nothing; discord.js sends such.
 */
export function findUnknownKeys(schema: ZodMiniType, value: unknown, path = ''): readonly string[] {
  const definition = schema.def as unknown as Definition;
  if (definition.innerType) return findUnknownKeys(definition.innerType, value, path);
  if (definition.getter) return findUnknownKeys(definition.getter(), value, path);
  if (definition.options) return fewestUnknown(definition.options, value, path);
  const { element, shape } = definition;
  if (element && Array.isArray(value))
    return value.flatMap((item, index) => findUnknownKeys(element, item, `${path}[${index}]`));
  if (shape && typeof value === 'object' && value !== null) return unknownIn(shape, value, path);
  return [];
}

/** Of the alternatives that fit the value, the one that knows most of its keys. */
function fewestUnknown(options: readonly ZodMiniType[], value: unknown, path: string): readonly string[] {
  const [best = []] = options
    .filter((option) => option.safeParse(value).success)
    .map((option) => findUnknownKeys(option, value, path))
    .toSorted((a, b) => a.length - b.length);
  return best;
}

const unknownIn = (
  shape: Readonly<Record<string, ZodMiniType>>,
  value: object,
  path: string,
): readonly string[] =>
  Object.entries(value).flatMap(([key, inner]) => {
    const known = shape[key];
    if (known) return findUnknownKeys(known, inner, `${path}.${key}`);
    return inner === null || inner === false ? [] : [`${path}.${key}`];
  });
