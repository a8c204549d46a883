/** The description of the API as it holds for pages of this server. */

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * Leaves out what a page can't do by itself: a browser sends the cookie of whoever has signed in with each request, and
 * lets no page set one. Nor is there another server to choose, and Swagger UI warns of any dialect but the usual one.
 *
 * @param {Object} description OpenAPI 3.1 @returns {Object}
 */
export function forPages({ servers, jsonSchemaDialect, ...description }) {
  const { parameters, securitySchemes, ...components } = description.components ?? {};
  const schemes = Object.entries(securitySchemes ?? {});
  const cookies = new Set(schemes.filter(([, scheme]) => scheme.in === 'cookie').map(([name]) => name));
  return {
    ...description,
    paths: mapped(description.paths, unfilledPath),
    components: {
      ...components,
      parameters: mapped(parameters, unfilled),
      securitySchemes: Object.fromEntries(schemes.filter(([name]) => !cookies.has(name))),
    },
    security: description.security?.filter((way) => !Object.keys(way).some((name) => cookies.has(name))),
  };
}

const mapped = (object, change) => Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, change(value)]));

const unfilledPath = (path) => Object.fromEntries(Object.entries(path).map(([name, value]) =>
  [name, name === 'parameters' ? value.map(unfilled) : METHODS.includes(name) ? unfilledOperation(value) : value]));

const unfilledOperation = (operation) => (operation.parameters ? { ...operation, parameters: operation.parameters.map(unfilled) } : operation);

/** Swagger UI sends examples along as if they had been filled in, and nobody means somebody else's Idempotency-Key. */
function unfilled(parameter) {
  if (parameter.required || parameter.$ref) {
    return parameter;
  }
  const { example, examples, ...rest } = parameter;
  const { example: one, examples: some, ...schema } = rest.schema ?? {};
  const hint = [example ?? one ?? some?.[0] ?? Object.values(examples ?? {})[0]?.value].flat().filter((value) => value !== undefined).join(', ');
  return { ...rest, schema, description: [rest.description, hint && `Such as \`${hint}\`.`].filter(Boolean).join(' ') };
}
