// The generic document with openapi-typescript and openapi-fetch.
import createClient from 'openapi-fetch';
import type { components, paths } from '../obj/generated/delivery/openapi-typescript.js';

type Item = components['schemas']['ApiContentResponseModel'];

const [baseUrl] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: baseUrl! });

const list = await client.GET('/umbraco/delivery/api/v2/content', {
  params: { query: { filter: ['contentType:organisation'], sort: ['name:asc'], take: 20 }, header: { 'Accept-Language': 'fr' } },
});
if (!list.data) throw new Error(`${list.response.status}`);

const byPath = await Promise.all(list.data.items.map(async (item): Promise<Item> => {
  const { data, response } = await client.GET('/umbraco/delivery/api/v2/content/item/{path}', {
    params: { path: { path: item.route.path }, query: { fields: 'properties[acronym]' } },
  });
  if (!data) throw new Error(`${item.route.path} answered ${response.status}`);
  return data;
}));

const missing = await client.GET('/umbraco/delivery/api/v2/content/item/{id}', { params: { path: { id: '11111111-1111-1111-1111-111111111111' } } });
if (missing.response.status !== 404) throw new Error(`Nothing answered ${missing.response.status}`);

console.log(JSON.stringify(byPath.map((item) => ({ name: item.name, acronym: item.properties['acronym'] ?? null }))));
