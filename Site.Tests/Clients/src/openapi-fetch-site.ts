// The site's own document with openapi-typescript and openapi-fetch: a copy is begun, and asked whether it is still right.
import createClient from 'openapi-fetch';
import type { components, paths } from '../obj/generated/site/openapi-typescript.js';

type Change = components['schemas']['ChangeEntryModel'];

const [baseUrl] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: baseUrl! });

const copy = new Map<string, Change>();
let since: string | undefined;
for (let hasMore = true; hasMore; ) {
  const { data, response } = await client.GET('/umbraco/delivery/api/v2/changes', { params: { query: { since, take: 1000 } } });
  if (!data) throw new Error(`Changes answered ${response.status}`);
  for (const change of data.items) {
    const id = `${change.id} ${change.culture}`;
    switch (change.change) {
      case 'unpublished':
      case 'deleted':
        copy.delete(id);
        break;
      case 'published':
      case 'updated':
      case 'moved':
        copy.set(id, change);
        break;
      default:
        throw new Error(`Unknown to the compiler: ${change.change satisfies never}`);
    }
  }
  ({ next: since, hasMore } = data);
}
const organisations = new Set([...copy.values()].filter((x) => x.contentType === 'organisation').map((x) => x.id));

const texts = await client.GET('/umbraco/delivery/api/v2/dictionary', { params: { query: { prefix: 'Navigation.', take: 1 }, header: { 'Accept-Language': 'fr' } } });
if (!texts.data) throw new Error(`The dictionary answered ${texts.response.status}`);

const tag = texts.response.headers.get('ETag')!;
const again = await client.GET('/umbraco/delivery/api/v2/dictionary', {
  params: { query: { prefix: 'Navigation.', take: 1 }, header: { 'Accept-Language': 'fr', 'If-None-Match': tag } },
});

const key = [...organisations][0]!;
const exported = await client.GET('/umbraco/delivery/api/v2/organisations/{key}/export', { params: { path: { key }, query: { format: 'jsonld' } } });
const graph = (exported.data as { '@graph': { '@type': string }[] })['@graph'];

console.log(JSON.stringify({ organisations: organisations.size, text: texts.data.items[0]?.value, exported: graph[0]?.['@type'], again: again.response.status }));
