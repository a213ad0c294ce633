// The typed document with openapi-typescript and openapi-fetch.
import createClient from 'openapi-fetch';
import type { components, paths } from '../obj/generated/delivery-typed/openapi-typescript.js';

type Organisation = components['schemas']['OrganisationContentResponseModel'];

const [baseUrl] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: baseUrl! });

const list = await client.GET('/umbraco/delivery/api/v2/content', {
  params: { query: { filter: ['contentType:organisation'], sort: ['name:asc'], take: 20, expand: 'properties[zones]' } },
});
if (!list.data) throw new Error(`${list.response.status}`);

const organisations: Organisation[] = [];
for (const item of list.data.items) {
  // @ts-expect-error What only organisations have is not there before the type is known.
  void item.properties.acronym;
  if (item.contentType === 'organisation') organisations.push(item);
}

const facts = organisations.map(({ name, properties }) => {
  const acronym: string | null | undefined = properties.acronym;
  const paidStaff: number | null | undefined = properties.paidStaff;
  const places: (string | null | undefined)[] = (properties.volunteers?.items ?? []).map(({ content }) =>
    content.contentType === 'volunteerGroup' ? content.properties.place : undefined);
  const zones: string[] = (properties.zones ?? []).map((zone) => zone.contentType === 'zone' ? zone.name : '');
  // @ts-expect-error A number is not a text.
  const wrong: string = properties.paidStaff ?? 0;
  void wrong;
  return { name, acronym: acronym ?? null, paidStaff: paidStaff ?? null, places, zones };
});
console.log(JSON.stringify(facts));
