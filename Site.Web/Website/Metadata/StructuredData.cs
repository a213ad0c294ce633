using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Site.Core.Organisations;
using Site.Core.Organisations.Export;
using Site.Web.Website.Addresses;
using Site.Web.Website.Rendering;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Metadata;

/// <summary>What a page is, for machines: schema.org as JSON-LD. Facts only; a value without a source is left out.</summary>
internal sealed class StructuredData(ContentTree tree, SiteAddresses addresses, SchemaOrg schema)
{
    // < > & and ' leave as escapes, so that no text can end the script element or begin another.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The page's data, each ready to stand in a <c>script type="application/ld+json"</c>.</summary>
    public IEnumerable<string> Of(PageContext page)
    {
        if (page.Content is not { } content)
            return [];
        JsonObject?[] items = [Main(content, page.Reading), Breadcrumbs(content, page.Reading)];
        return items.OfType<JsonObject>().Select(item =>
        {
            item.Insert(0, "@context", "https://schema.org");
            return item.ToJsonString(Options);
        });
    }

    private JsonObject? Main(IPublishedContent content, ReadingCulture reading) => content.ContentType.Alias switch
    {
        ContentTypes.Organisation => schema.Ngo(new Organisation(content, reading), reading),
        ContentTypes.Publication or ContentTypes.AnnualReport => Report(content, reading),
        ContentTypes.Event => EventOf(content, reading),
        ContentTypes.Article => ArticleOf(content, reading),
        _ => null,
    };

    private JsonObject Report(IPublishedContent content, ReadingCulture reading)
    {
        JsonObject report = schema.Publication(content, reading, "Report");
        AddPublisher(report, content, reading);
        return report;
    }

    // schema.org asks for a start: an event without one says nothing.
    private JsonObject? EventOf(IPublishedContent content, ReadingCulture reading)
    {
        Event view = new(content, reading);
        if (view.Starts is not { } starts)
            return null;
        JsonObject item = new()
        {
            ["@type"] = "Event",
            ["name"] = content.NameIn(reading).Text,
            ["url"] = addresses.AddressOf(content, reading.Culture),
            ["startDate"] = starts.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture),
        };
        Add(item, "endDate", view.Ends?.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture));
        Add(item, "location", view.Place?.Text);
        Add(item, "description", view.Summary?.Text);
        AddPublisher(item, content, reading, "organizer");
        return item;
    }

    private JsonObject ArticleOf(IPublishedContent content, ReadingCulture reading)
    {
        Article view = new(content, reading);
        JsonObject item = new()
        {
            ["@type"] = "Article",
            ["headline"] = content.NameIn(reading).Text,
            ["url"] = addresses.AddressOf(content, reading.Culture),
        };
        Add(item, "datePublished", Day(view.Date));
        Add(item, "description", view.Summary?.Text);
        Add(item, "image", addresses.AddressOf(view.Image));
        AddPublisher(item, content, reading);
        return item;
    }

    private JsonObject? Breadcrumbs(IPublishedContent content, ReadingCulture reading)
    {
        IPublishedContent[] trail = [.. tree.Ancestors(content).Reverse().Append(content)];
        if (trail.Length < 2)
            return null;
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. trail.Select((item, index) => new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = item.NameIn(reading).Text,
                ["item"] = addresses.AddressOf(item, reading.Culture),
            })]),
        };
    }

    private void AddPublisher(JsonObject item, IPublishedContent content, ReadingCulture reading, string property = "publisher")
    {
        if (tree.OrganisationOf(content) is { } organisation)
        {
            item[property] = new JsonObject
            {
                ["@type"] = "NGO",
                ["name"] = organisation.NameIn(reading).Text,
                ["url"] = addresses.AddressOf(organisation, reading.Culture),
            };
        }
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(JsonObject target, string property, string? value)
    {
        if (value is not null)
            target[property] = value;
    }
}
