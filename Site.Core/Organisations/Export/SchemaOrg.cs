using System.Globalization;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations.Export;

/// <summary>What things are in the words of schema.org, for pages and for exports. Facts only; a value without a source is left out.</summary>
public sealed class SchemaOrg(IContentAddresses addresses)
{
    /// <summary>What a page says of an organisation.</summary>
    public JsonObject Ngo(Organisation organisation, ReadingCulture reading)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(reading);
        JsonObject ngo = new()
        {
            ["@type"] = "NGO",
            ["name"] = (organisation.FullName ?? organisation.Name).Text,
            ["url"] = addresses.AddressOf(organisation.Content, reading.Culture),
        };
        Add(ngo, "alternateName", organisation.Acronym?.Text);
        Add(ngo, "description", organisation.Summary?.Text);
        Add(ngo, "slogan", organisation.Motto?.Text);
        Add(ngo, "telephone", organisation.Phone?.Text);
        Add(ngo, "email", organisation.Email?.Text);
        Add(ngo, "address", organisation.Address?.Text.Replace('\n', ' '));
        Add(ngo, "logo", addresses.AddressOf(organisation.Logo));
        Add(ngo, "memberOf", organisation.Memberships, x => Network(x.Network));
        Add(ngo, "areaServed", organisation.Zones, x => JsonValue.Create((x.FullName ?? x.Name).Text));
        return ngo;
    }

    /// <summary>All that is known of an organisation.</summary>
    public JsonObject CompleteNgo(Organisation organisation, ReadingCulture reading)
    {
        JsonObject ngo = Ngo(organisation, reading);
        ngo.Insert(1, "@id", Id(organisation.Content));
        Add(ngo, "legalName", organisation.FullName?.Text);
        Add(ngo, "foundingDate", Day(FoundedOn(organisation)));
        Add(ngo, "identifier", organisation.LegalReferences.Where(x => x.Number is not null), Identifier);
        Add(ngo, "knowsAbout", organisation.InterventionAreas, x => JsonValue.Create(x.Name.Text));
        Add(ngo, "subOrganization", organisation.GovernanceBodies, Body);
        Add(
            ngo,
            "department",
            organisation.TechnicalAdministration.Select(Body).Concat(organisation.Commissions.Select(x => new JsonObject { ["@type"] = "Organization", ["name"] = x.Text })),
            x => x);
        Add(ngo, "funder", organisation.FinancialPartners, x => new JsonObject { ["@type"] = "Organization", ["name"] = (x.FullName ?? x.Name).Text });
        Add(ngo, "sameAs", organisation.SocialLinks.Append(organisation.Website).Where(x => x?.Url is not null), x => JsonValue.Create(x!.Url));
        return ngo;
    }

    // By its full name, and by the acronym that it is known by.
    private static JsonObject Network(ReferenceEntry network)
    {
        JsonObject organization = new() { ["@type"] = "Organization", ["name"] = (network.FullName ?? network.Name).Text };
        Add(organization, "alternateName", network.FullName is null ? null : network.Name.Text);
        return organization;
    }

    /// <summary>A publication or an annual report.</summary>
    /// <param name="content">The document.</param>
    /// <param name="reading">The culture to read in.</param>
    /// <param name="type">The type in schema.org.</param>
    public JsonObject Publication(IPublishedContent content, ReadingCulture reading, string type)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(reading);
        Publication publication = new(content, reading);
        JsonObject item = new()
        {
            ["@type"] = type,
            ["name"] = publication.Title.Text,
            ["url"] = addresses.AddressOf(content, reading.Culture),
        };
        Add(item, "abstract", publication.Summary?.Text);
        Add(item, "datePublished", Day(publication.Date) ?? publication.Year?.ToString(CultureInfo.InvariantCulture));
        Add(item, "inLanguage", publication.Language);
        Add(item, "license", publication.Licence?.Text);
        Add(item, "image", addresses.AddressOf(publication.Cover));
        Add(item, "encoding", addresses.AddressOf(publication.File));
        if (publication.PageCount is { } pages)
        {
            item["numberOfPages"] = pages;
        }

        return item;
    }

    /// <summary>A publication as the kind of work that it is, of an organisation that the same export describes.</summary>
    public JsonObject CompletePublication(IPublishedContent content, ReadingCulture reading, IPublishedContent publisher)
    {
        Publication publication = new(content, reading);
        JsonObject item = Publication(content, reading, TypeOf(publication.Kind));
        item.Insert(1, "@id", Id(content));
        Add(item, "genre", publication.Kind);
        Add(item, "keywords", publication.Topics, x => JsonValue.Create(x.Text));
        item["publisher"] = Reference(publisher);
        return item;
    }

    /// <summary>A programme of an organisation that the same export describes.</summary>
    public JsonObject Programme(IPublishedContent content, ReadingCulture reading, IPublishedContent organisation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(reading);
        Programme programme = new(content, reading);
        JsonObject item = new()
        {
            ["@type"] = "Project",
            ["@id"] = Id(content),
            ["name"] = content.NameIn(reading).Text,
            ["url"] = addresses.AddressOf(content, reading.Culture),
        };
        Add(item, "description", programme.Summary?.Text);
        Add(item, "foundingDate", programme.Since?.ToString(CultureInfo.InvariantCulture));
        Add(item, "image", addresses.AddressOf(programme.Image));
        item["parentOrganization"] = Reference(organisation);
        return item;
    }

    // The récépissé is the act by which an association begins to exist.
    private static DateOnly? FoundedOn(Organisation organisation) =>
        organisation.LegalReferences.FirstOrDefault(x => x is { Kind: "récépissé", Date: not null })?.Date;

    private static string TypeOf(string? kind) => kind switch
    {
        "étude" => "ScholarlyArticle",
        null or "rapport annuel" or "rapport financier" => "Report",
        _ => "DigitalDocument",
    };

    private static string Id(IPublishedContent content) => $"urn:uuid:{content.Key:D}";

    private static JsonObject Reference(IPublishedContent content) => new() { ["@id"] = Id(content) };

    private static JsonObject Identifier(LegalReference reference)
    {
        JsonObject item = new() { ["@type"] = "PropertyValue" };
        Add(item, "propertyID", reference.Kind);
        Add(item, "value", reference.Number?.Text);
        string description = string.Join(", ", new[] { reference.Authority?.Text, Day(reference.Date) }.OfType<string>());
        Add(item, "description", description.Length > 0 ? description : null);
        return item;
    }

    private static JsonObject Body(GovernanceBody body)
    {
        JsonObject item = new() { ["@type"] = "Organization", ["name"] = body.Name.Text };
        Add(item, "description", body.Role?.Text);
        return item;
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(JsonObject target, string property, string? value)
    {
        if (value is not null)
        {
            target[property] = value;
        }
    }

    private static void Add<T>(JsonObject target, string property, IEnumerable<T> values, Func<T, JsonNode?> create)
    {
        JsonNode?[] nodes = [.. values.Select(create)];
        if (nodes.Length > 0)
        {
            target[property] = new JsonArray(nodes);
        }
    }
}
