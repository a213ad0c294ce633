// Renders the rich text that is read from the standard input, as a partner's page would: node rich-text.mjs < rich-text.json
import { readFileSync } from 'node:fs';
import { UmbracoRichText } from '@charlietango/umbraco-rich-text';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

console.log(renderToStaticMarkup(createElement(UmbracoRichText, {
  data: JSON.parse(readFileSync(0, 'utf8')),
  renderBlock: ({ content }) => createElement('aside', null, content.properties.headline),
  renderNode: ({ tag, attributes, children }) => {
    // What tells of a link's target is no attribute of HTML.
    const { route, destinationId, destinationType, linkType, ...rest } = attributes;
    return createElement(tag, rest, children);
  },
})));
