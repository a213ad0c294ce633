using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Organisations.Querying;

/// <summary><c>kind:bulletin</c>: what a publication is.</summary>
internal sealed class KindFilter() : ListFilter("kind", ModelFields.Kind);

/// <summary><c>year:2020,2021</c>: the year that a publication is of.</summary>
internal sealed class YearFilter() : ListFilter("year", ModelFields.Year);

/// <summary><c>topic:gouvernance</c>: a topic as the culture names it.</summary>
internal sealed class TopicFilter() : ListFilter("topic", ModelFields.Topic);

/// <summary><c>language:fr</c>: the language of the document itself, whatever language it is described in.</summary>
internal sealed class LanguageFilter() : ListFilter("language", ModelFields.Language);

/// <summary><c>organisation:ap-mali</c>: what belongs to the organisation with this key or URL segment, itself included.</summary>
internal sealed class OrganisationFilter(DocumentNames names) : ListFilter("organisation", ModelFields.Organisation)
{
    /// <inheritdoc />
    protected override IEnumerable<string> Resolve(string text) => names.Find(ContentTypes.Organisation, text);
}

/// <summary><c>zone:ML-5</c>: the organisations that work in the zone with this key, ISO 3166-2 code or URL segment.</summary>
internal sealed class ZoneFilter(DocumentNames names) : ListFilter("zone", ModelFields.Zone)
{
    /// <inheritdoc />
    protected override IEnumerable<string> Resolve(string text) => names.Find(ContentTypes.Zone, text, "isoCode");
}

/// <summary>Finds the documents that a partner's developer names in a filter.</summary>
internal sealed class DocumentNames(
    DocumentsOfType documents,
    IPublishedContentCache contents,
    IDocumentUrlService urls,
    IVariationContextAccessor variationContext)
{
    /// <summary>The keys of the documents of a type that a text names.</summary>
    /// <param name="contentType">The alias of the type.</param>
    /// <param name="text">A key, a URL segment in the current culture, or the value of <paramref name="codeAlias"/>.</param>
    /// <param name="codeAlias">A property that does not vary.</param>
    public IEnumerable<string> Find(string contentType, string text, string? codeAlias = null)
    {
        if (Guid.TryParse(text, out Guid key))
        {
            return [key.ToString("D")];
        }

        string name = text.Trim('/');
        return documents.Keys(contentType)
            .Where(x => contents.GetById(x) is { } content && (HasSegment(x, name) || (codeAlias is not null && HasCode(content, codeAlias, name))))
            .Select(x => x.ToString("D"));
    }

    private bool HasSegment(Guid key, string name) =>
        variationContext.VariationContext?.Culture is { Length: > 0 } culture
        && string.Equals(urls.GetUrlSegment(key, culture, isDraft: false), name, StringComparison.OrdinalIgnoreCase);

    private static bool HasCode(IPublishedContent content, string alias, string name) =>
        string.Equals(content.GetProperty(alias)?.GetValue()?.ToString(), name, StringComparison.OrdinalIgnoreCase);
}

/// <summary><c>call:open</c>: calls for applications that are open today: they have opened, or do not say when, and have not closed.</summary>
/// <remarks>A call that says neither when it opens nor when it closes is not known to be open.</remarks>
internal sealed class OpenCallsFilter(DocumentsOfType documents, IPublishedContentCache contents, TimeProvider time) : IFilterHandler
{
    /// <inheritdoc />
    public bool CanHandle(string query) => query.Equals("call:open", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public FilterOption BuildFilterOption(string filter)
    {
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new FilterOption
        {
            FieldName = ModelFields.Call,
            Values = [.. documents.Keys(ContentTypes.CallForApplications).Where(x => contents.GetById(x) is { } call && IsOpen(call, today)).Select(x => x.ToString("D"))],
            Operator = FilterOperation.Is,
        };
    }

    private static bool IsOpen(IPublishedContent call, DateOnly today)
    {
        (DateOnly? opens, DateOnly? closes) = (Day(call, "opens"), Day(call, "closes"));
        return (opens ?? closes) is not null && !(opens > today) && !(closes < today);
    }

    private static DateOnly? Day(IPublishedContent call, string alias) => call.GetProperty(alias)?.GetValue() as DateOnly?;
}

/// <summary><c>date:desc</c>: by the item's own date; items without one come last when the newest come first.</summary>
internal sealed class DateSort : ISortHandler
{
    private const string Prefix = "date:";

    /// <inheritdoc />
    public bool CanHandle(string query) => query.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public SortOption BuildSortOption(string sort) => new()
    {
        FieldName = ModelFields.Date,
        Direction = sort[Prefix.Length..].StartsWith("asc", StringComparison.Ordinal) ? Umbraco.Cms.Core.Direction.Ascending : Umbraco.Cms.Core.Direction.Descending,
    };
}
