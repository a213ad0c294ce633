// The generic document with @hey-api/openapi-ts.
import { client } from '../obj/generated/delivery/hey-api/client.gen.js';
import { getContent20, getContentItemByPath20, getContentItems20, getMedia20 } from '../obj/generated/delivery/hey-api/sdk.gen.js';
import type { ApiContentResponseModel } from '../obj/generated/delivery/hey-api/types.gen.js';

const [baseUrl] = process.argv.slice(2);
client.setConfig({ baseUrl: baseUrl!.replace(/\/$/, '') });

const list = await getContent20({ query: { filter: ['contentType:organisation'], sort: ['name:asc'], take: 20 }, throwOnError: true });
const byPath = await Promise.all(list.data.items.map(async (item): Promise<ApiContentResponseModel> =>
  (await getContentItemByPath20({ path: { path: item.route.path }, throwOnError: true })).data));
const byKey = await getContentItems20({ query: { id: byPath.map((item) => item.id) }, throwOnError: true });
const media = await getMedia20({ query: { fetch: 'children:/' }, throwOnError: true });
if (media.data.total === 0) throw new Error('There are no media.');

console.log(JSON.stringify(byKey.data.map((item) => ({ name: item.name, acronym: item.properties['acronym'] ?? null }))));
