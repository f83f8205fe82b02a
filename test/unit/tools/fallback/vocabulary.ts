/** Of schema.org's vocabulary the types and properties that a fallback may have, in the form that schema.org gives out. */
const TYPES: Record<string, [parent: string | undefined, properties: string]> = {
  Thing: [undefined, 'name description url image identifier sameAs'],
  CreativeWork: [
    'Thing',
    'thumbnailUrl inLanguage hasPart aggregateRating publisher keywords datePublished author thumbnail',
  ],
  MediaObject: [
    'CreativeWork',
    'uploadDate duration contentUrl embedUrl width height encodingFormat startTime endTime',
  ],
  VideoObject: ['MediaObject', 'transcript caption videoQuality'],
  Clip: ['CreativeWork', 'startOffset endOffset partOfSeason clipNumber'],
  Product: ['Thing', 'sku mpn gtin brand offers aggregateRating review category color size material'],
  Intangible: ['Thing', ''],
  Offer: ['Intangible', 'price priceCurrency availability sku itemOffered priceValidUntil seller itemCondition'],
  Brand: ['Intangible', 'logo slogan'],
  Rating: ['Intangible', 'ratingValue bestRating worstRating'],
  AggregateRating: ['Rating', 'ratingCount reviewCount itemReviewed'],
};

const named = (name: string) => ({ '@id': `schema:${name}` });

const properties = new Map<string, string[]>();
for (const [type, [, list]] of Object.entries(TYPES))
  for (const name of list.split(' ').filter(Boolean)) properties.set(name, [...(properties.get(name) ?? []), type]);

export const VOCABULARY = {
  '@graph': [
    ...Object.entries(TYPES).map(([type, [parent]]) => ({
      ...named(type),
      '@type': 'rdfs:Class',
      ...(parent && { 'rdfs:subClassOf': named(parent) }),
    })),
    ...[...properties].map(([property, types]) => ({
      ...named(property),
      '@type': 'rdf:Property',
      'schema:domainIncludes': types.map(named),
    })),
  ],
};
