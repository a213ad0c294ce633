// The typed document with @hey-api/openapi-ts.
import { client } from '../obj/generated/delivery-typed/hey-api/client.gen.js';
import { getContent20, getMedia20 } from '../obj/generated/delivery-typed/hey-api/sdk.gen.js';
import type { OrganisationContentResponseModel } from '../obj/generated/delivery-typed/hey-api/types.gen.js';

const [baseUrl] = process.argv.slice(2);
client.setConfig({ baseUrl: baseUrl!.replace(/\/$/, '') });

const list = await getContent20({ query: { filter: ['contentType:organisation'], sort: ['name:asc'], take: 20, expand: 'properties[zones]' }, throwOnError: true });
const organisations: OrganisationContentResponseModel[] = [];
for (const item of list.data.items) {
  // @ts-expect-error What only organisations have is not there before the type is known.
  void item.properties.acronym;
  if (item.contentType === 'organisation') organisations.push(item);
}

const media = await getMedia20({ query: { fetch: 'children:/' }, throwOnError: true });
if (!media.data.items.some((item) => item.mediaType === 'Folder')) throw new Error('There are no folders.');

const facts = organisations.map(({ name, properties }) => {
  const acronym: string | null | undefined = properties.acronym;
  const paidStaff: number | null | undefined = properties.paidStaff;
  const places: (string | null | undefined)[] = (properties.volunteers?.items ?? []).map(({ content }) =>
    content.contentType === 'volunteerGroup' ? content.properties.place : undefined);
  const zones: string[] = (properties.zones ?? []).map((zone) => zone.contentType === 'zone' ? zone.name : '');
  return { name, acronym: acronym ?? null, paidStaff: paidStaff ?? null, places, zones };
});
console.log(JSON.stringify(facts));
